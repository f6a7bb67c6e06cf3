package org.caretally.report.page;

/** Something on a page. The set is closed: a new kind makes every renderer say how it draws it. */
public sealed interface PageItem
    permits Bullets,
        Downloads,
        FigureItem,
        Flow,
        Heading,
        Headlines,
        Lights,
        Notice,
        Prose,
        TableItem,
        Terms {

  /** Calls the method of the visitor that fits. */
  <R> R accept(Visitor<R> visitor);

  /**
   * Draws each kind of item.
   *
   * @param <R> what it draws
   */
  interface Visitor<R> {

    /** Draws this kind. */
    R bullets(Bullets item);

    /** Draws this kind. */
    R downloads(Downloads item);

    /** Draws this kind. */
    R figureItem(FigureItem item);

    /** Draws this kind. */
    R flow(Flow item);

    /** Draws this kind. */
    R heading(Heading item);

    /** Draws this kind. */
    R headlines(Headlines item);

    /** Draws this kind. */
    R lights(Lights item);

    /** Draws this kind. */
    R notice(Notice item);

    /** Draws this kind. */
    R prose(Prose item);

    /** Draws this kind. */
    R tableItem(TableItem item);

    /** Draws this kind. */
    R terms(Terms item);
  }
}
