package org.caretally.report.chart;

import java.util.List;
import org.caretally.report.table.Material;

/** One kind of picture. A new one is a class and a line in {@link Figures}. */
public interface Figure {

  /** Returns its name in anchors, such as {@code glance}. */
  String id();

  /** Returns the part of the page it belongs to. */
  Place place();

  /** Draws it: nothing when there is nothing to show, several when it repeats. */
  List<Drawing> draw(Material material);

  /** Parts of the page that hold pictures. */
  enum Place {
    /** All challenges at a glance. */
    GLANCE,
    /** What changed between waves. */
    CHANGE,
    /** What changed in groups. */
    CHANGE_GROUPS,
    /** How severe. */
    SEVERITY,
    /** Groups of staff. */
    GROUPS,
    /** Beside what others published. */
    PEERS,
    /** What goes with what. */
    TOGETHER,
    /** Challenges along a number. */
    DOSE,
    /** What goes with an outcome in a model. */
    MODEL,
    /** How numbers such as caseload are distributed. */
    NUMBER,
    /** How scores are distributed. */
    DISTRIBUTION,
    /** Missing answers. */
    MISSING,
    /** Answers to items. */
    ITEMS
  }
}
