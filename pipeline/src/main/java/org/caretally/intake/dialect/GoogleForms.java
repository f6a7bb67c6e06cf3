package org.caretally.intake.dialect;

import java.util.Set;

/** Google Forms. One header record: a time stamp, then question texts; grids add {@code [Row]}. */
final class GoogleForms implements Dialect {
  private static final Set<String> FIRST =
      Set.of(
          "timestamp",
          "zeitstempel",
          "horodateur",
          "marcatemporal",
          "tijdstempel",
          "carimbodedatahora",
          "informazionicronologiche");
  private static final Set<String> METADATA = Set.of("emailaddress", "username", "score");

  @Override
  public String id() {
    return "google-forms";
  }

  @Override
  public String label() {
    return "Google Forms";
  }

  @Override
  public boolean recognises(Top top) {
    return FIRST.contains(Top.fold(top.cell(0, 0)));
  }

  @Override
  public boolean metadata(Question question) {
    String name = Top.fold(question.name());
    return FIRST.contains(name) || METADATA.contains(name);
  }
}
