package org.caretally.intake.dialect;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * REDCap. One header record: field names in the raw export, {@code field___code} for check boxes,
 * {@code form_complete} behind every form; or labels, with {@code Field (choice=Text)} and {@code
 * Complete?}, where names repeat.
 */
final class RedCap implements Dialect {
  private static final Set<String> METADATA =
      Set.of(
          "redcap_event_name",
          "redcap_repeat_instrument",
          "redcap_repeat_instance",
          "redcap_data_access_group",
          "redcap_survey_identifier",
          "record_id",
          "record id",
          "event name",
          "repeat instrument",
          "repeat instance",
          "survey identifier",
          "data access group",
          "complete?",
          "survey timestamp");

  @Override
  public String id() {
    return "redcap";
  }

  @Override
  public String label() {
    return "REDCap";
  }

  @Override
  public boolean recognises(Top top) {
    List<String> names = top.rows().isEmpty() ? List.of() : top.rows().get(0);
    boolean lower = names.stream().allMatch(n -> n.matches("[a-z0-9_]*"));
    boolean forms = names.stream().anyMatch(n -> n.matches("[a-z][a-z0-9_]*_complete"));
    boolean boxes = names.stream().anyMatch(n -> n.matches("[a-z][a-z0-9_]*___[a-z0-9_]+"));
    boolean own = names.stream().anyMatch(n -> n.startsWith("redcap_"));
    boolean labels =
        names.contains("Complete?") || names.stream().anyMatch(n -> n.contains("(choice="));
    return (lower && (forms || boxes || own)) || labels;
  }

  @Override
  public boolean metadata(Question question) {
    String name = question.name().toLowerCase(Locale.ROOT);
    return METADATA.contains(name) || name.endsWith("_complete") || name.endsWith("_timestamp");
  }

  @Override
  public List<String> missing() {
    return List.of("[not completed]");
  }

  /** A form that repeats has rows of its own, which are no persons. */
  @Override
  public List<Keep> keep() {
    return List.of(
        new Keep("other_rows", "redcap_repeat_instrument", false, List.of()),
        new Keep("other_rows", "Repeat Instrument", false, List.of()));
  }
}
