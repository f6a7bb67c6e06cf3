package org.caretally.disclosure;

/** The place of a number that is not published, and why. It holds nothing of the number. */
public final class Withheld implements Cell {

  /** Why a number is not there, with the mark that tables print. */
  public enum Mark {
    /** Too few people: confidential. */
    CONFIDENTIAL("[c]"),
    /** Too imprecise to be useful: unreliable. */
    UNRELIABLE("[u]"),
    /** The number does not exist for this row. */
    NOT_APPLICABLE("[z]");

    private final String text;

    Mark(String text) {
      this.text = text;
    }

    /** Returns the mark as printed. */
    public String text() {
      return text;
    }
  }

  private final Mark mark;

  Withheld(Mark mark) {
    this.mark = mark;
  }

  /** Returns why the number is not there. */
  public Mark mark() {
    return mark;
  }

  @Override
  public String text() {
    return mark.text();
  }

  @Override
  public String toString() {
    return text();
  }
}
