package org.caretally.intake.dialect;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** KoboToolbox and ODK. One header record: names or labels, groups before a slash. */
final class Kobo implements Dialect {
  private static final Set<String> METADATA =
      Set.of(
          "start",
          "end",
          "today",
          "deviceid",
          "username",
          "subscriberid",
          "simserial",
          "phonenumber",
          "submissiondate",
          "key",
          "instanceid",
          "instancename",
          "submitterid",
          "submittername",
          "attachmentspresent",
          "attachmentsexpected",
          "reviewstate",
          "formversion",
          "edits");

  @Override
  public String id() {
    return "kobo";
  }

  @Override
  public String label() {
    return "KoboToolbox or ODK";
  }

  @Override
  public boolean recognises(Top top) {
    List<String> names = top.rows().isEmpty() ? List.of() : top.rows().get(0);
    return names.contains("_uuid")
        || names.contains("_submission_time")
        || (names.contains("SubmissionDate") && names.contains("KEY"))
        || names.stream()
            .anyMatch(n -> n.endsWith("meta/instanceID") || n.equals("meta-instanceID"));
  }

  @Override
  public boolean metadata(Question question) {
    String name = question.name();
    String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('-')) + 1);
    return name.startsWith("_") || METADATA.contains(last.toLowerCase(Locale.ROOT));
  }

  @Override
  public List<String> missing() {
    return List.of("n/a");
  }
}
