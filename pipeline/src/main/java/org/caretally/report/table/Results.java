package org.caretally.report.table;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.caretally.disclosure.ProtectedTable;
import org.caretally.disclosure.ProtectedTable.Row;

/** The estimates, cut the ways the report needs them. */
public final class Results {
  private static final String YES = "yes";

  private final List<String> waves;
  private final Grid all;
  private final Grid headlines;
  private final Grid everybody;
  private final Changes changes;

  /** Reads the table of estimates of a report without changes. */
  public Results(ProtectedTable estimates, List<String> labels) {
    this(estimates, labels, Changes.NONE);
  }

  /**
   * Reads the table of estimates.
   *
   * @param estimates means and prevalences
   * @param labels waves of the study, oldest first; waves unknown to it come last
   * @param changes how waves differ
   */
  public Results(ProtectedTable estimates, List<String> labels, Changes changes) {
    this.changes = changes;
    all = Grid.of(estimates);
    List<String> found = new ArrayList<>(all.values("wave"));
    found.sort(Comparator.comparingInt(w -> place(labels, w)));
    waves = List.copyOf(found);
    headlines = all.where("headline", YES).where("statistic", "prevalence");
    everybody = headlines.where("domain", "").where("kind", "challenge");
  }

  private static int place(List<String> labels, String wave) {
    int i = labels.indexOf(wave);
    return i < 0 ? Integer.MAX_VALUE : i;
  }

  /** Returns the waves that have estimates, oldest first. */
  public List<String> waves() {
    return waves;
  }

  /** Returns the newest wave; empty text when there is none. */
  public String latest() {
    return waves.isEmpty() ? "" : waves.get(waves.size() - 1);
  }

  /** Returns the wave before the newest one. */
  public Optional<String> previous() {
    return waves.size() < 2 ? Optional.empty() : Optional.of(waves.get(waves.size() - 2));
  }

  /** Returns how waves differ. */
  public Changes changes() {
    return changes;
  }

  /** Returns every row. */
  public Grid all() {
    return all;
  }

  /** Returns every result for everybody in one wave. */
  public Grid everybody(String wave) {
    return all.where("domain", "").where("wave", wave);
  }

  /** Returns the share that stands for each challenge, for everybody in one wave, largest first. */
  public Grid challenges(String wave) {
    return everybody.where("wave", wave).sorted("estimate", true);
  }

  /** Returns the shares that stand for challenges in the groups of the newest wave. */
  public Grid groups() {
    return headlines.whereNot("domain", "").where("kind", "challenge").where("wave", latest());
  }

  /** Returns one measure over the waves, oldest first; empty where a wave did not ask. */
  public List<Optional<Row>> history(String measure) {
    List<Row> rows = everybody.where("measure", measure).rows();
    return waves.stream()
        .map(w -> rows.stream().filter(r -> r.text("wave").equals(w)).findFirst())
        .toList();
  }

  /** Returns the result of a group over the waves, oldest first; empty where there is none. */
  public List<Optional<Row>> history(Row group) {
    List<Row> rows =
        all.where("domain", group.text("domain"))
            .where("level", group.text("level"))
            .where("measure", group.text("measure"))
            .where("statistic", group.text("statistic"))
            .rows();
    return waves.stream()
        .map(w -> rows.stream().filter(r -> r.text("wave").equals(w)).findFirst())
        .toList();
  }

  /**
   * Returns results for everybody in the newest wave.
   *
   * @param kind {@code challenge}, {@code protective}, {@code context} or {@code further}
   */
  public Grid of(String kind) {
    return all.where("domain", "").where("wave", latest()).where("kind", kind);
  }

  /**
   * Returns the mean scores, everybody and newest wave, of what no share at a cut-off of a
   * challenge stands for: challenges without a cut-off first, then protective factors.
   */
  public List<Row> positions() {
    List<Row> rows = new ArrayList<>();
    for (String kind : List.of("challenge", "protective")) {
      for (Row carrier : of(kind).where("headline", YES).rows()) {
        boolean share = carrier.text("statistic").equals("prevalence");
        if (!share || kind.equals("protective")) {
          rows.addAll(
              of(kind)
                  .where("scale", carrier.text("scale"))
                  .where("construct", carrier.text("construct"))
                  .where("statistic", "mean")
                  .rows());
        }
      }
    }
    return List.copyOf(rows);
  }

  /** Returns the means of the challenges for everybody in the newest wave. */
  public Grid challengeMeans() {
    return of("challenge").where("statistic", "mean");
  }
}
