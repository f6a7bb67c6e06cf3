package org.caretally.intake.dialect;

import java.util.List;
import java.util.Optional;

/** The platforms that are known, in the order in which a file is tried. */
public final class Dialects {
  private static final List<Dialect> ALL =
      List.of(
          new Qualtrics(),
          new SurveyMonkey(),
          new RedCap(),
          new Kobo(),
          new LimeSurvey(),
          new MicrosoftForms(),
          new GoogleForms(),
          new Plain());

  private Dialects() {}

  /** Returns the ids, for the study file. */
  public static List<String> ids() {
    return ALL.stream().map(Dialect::id).toList();
  }

  /** Returns the dialect of one line of names. */
  public static Dialect plain() {
    return ALL.get(ALL.size() - 1);
  }

  /** Returns a dialect by its id. */
  public static Optional<Dialect> find(String id) {
    return ALL.stream().filter(d -> d.id().equals(id)).findFirst();
  }

  /** Returns the first dialect that recognises the beginning of a file; at least the plain one. */
  public static Dialect of(Top top) {
    return ALL.stream().filter(d -> d.recognises(top)).findFirst().orElseThrow();
  }
}
