package org.caretally.intake.dialect;

import java.util.List;
import java.util.Set;

/** Microsoft Forms, saved as CSV. One header record: five own columns, then question texts. */
final class MicrosoftForms implements Dialect {
  private static final Set<String> METADATA =
      Set.of("id", "starttime", "completiontime", "email", "name", "lastmodifiedtime", "language");

  @Override
  public String id() {
    return "microsoft-forms";
  }

  @Override
  public String label() {
    return "Microsoft Forms";
  }

  @Override
  public boolean recognises(Top top) {
    return top.folded(0).containsAll(List.of("id", "starttime", "completiontime"));
  }

  @Override
  public boolean metadata(Question question) {
    return METADATA.contains(Top.fold(question.name()));
  }
}
