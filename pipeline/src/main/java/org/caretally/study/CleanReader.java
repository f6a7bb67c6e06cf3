package org.caretally.study;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.caretally.intake.TimePattern;
import org.caretally.problem.Code;
import org.caretally.problem.Place;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads which rows are set aside. */
final class CleanReader {
  private static final List<String> KINDS = List.of("accept", "refuse", "answered");
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private final Remarks remarks;
  private final Names names;
  private final ConditionsReader conditions;

  CleanReader(Remarks remarks, Names names, ConditionsReader conditions) {
    this.remarks = remarks;
    this.names = names;
    this.conditions = conditions;
  }

  CleanUse read(Fields study) {
    if (!study.has("clean")) {
      return CleanUse.NONE;
    }
    Fields fields = part(study, "clean", Section.CLEAN, Section.STUDY);
    List<CleanUse.TextRule> texts = new ArrayList<>();
    for (CleanUse.Purpose purpose : CleanUse.Purpose.values()) {
      String key = purpose.name().toLowerCase(Locale.ROOT);
      fields.nodes(key).forEach(node -> texts.add(text(fields, key, purpose, node)));
    }
    return new CleanUse(
        List.copyOf(texts),
        fields.has("duplicates") ? duplicates(fields) : List.of(),
        fields.has("speeders") ? Optional.of(speeders(fields)) : Optional.empty(),
        fields.has("eligible") ? eligible(fields) : List.of(),
        share(fields, "minimum_answered"),
        straight(fields));
  }

  private Fields part(Fields owner, String key, Section section, Section of) {
    return Fields.read(
        remarks,
        owner.node(key).orElseThrow(),
        section,
        "\"" + key + "\"",
        owner.at(key),
        of.example(key));
  }

  private CleanUse.TextRule text(Fields clean, String key, CleanUse.Purpose purpose, Node node) {
    Place place = remarks.at(node);
    String example = Section.CLEAN.example(key);
    Fields fields = Fields.read(remarks, node, Section.TEXTS, "\"" + key + "\"", place, example);
    String column = fields.required("column");
    List<String> given = KINDS.stream().filter(fields::has).toList();
    if (!fields.broken() && given.size() != 1) {
      remarks.add(
          given.isEmpty() ? Code.MISSING_KEY : Code.VALUE_NOT_ALLOWED,
          fields.at("refuse"),
          fields.owner()
              + (given.isEmpty() ? " has none of" : " has more than one of")
              + " \"accept\" (texts of rows to keep), \"refuse\" (texts of rows to set aside) and"
              + " \"answered\"",
          "one of the three",
          example);
    }
    if (fields.has("answered")) {
      boolean accept = fields.choice("answered", "true", List.of("true", "false")).equals("true");
      return new CleanUse.TextRule(purpose, column, accept, List.of(), clean.at(key));
    }
    String list = fields.has("accept") ? "accept" : "refuse";
    List<String> texts = fields.texts(list);
    if (fields.has(list) && (texts.isEmpty() || texts.contains(""))) {
      fields.notAllowed(list, "", "at least one text, and no empty one");
    }
    return new CleanUse.TextRule(purpose, column, fields.has("accept"), texts, clean.at(key));
  }

  private List<Study.Named> duplicates(Fields clean) {
    Fields fields = part(clean, "duplicates", Section.DUPLICATES, Section.CLEAN);
    fields.require("columns");
    List<Study.Named> all = new ArrayList<>();
    for (Node node : fields.nodes("columns")) {
      String text = Nodes.text(node).orElse("");
      if (text.isEmpty()) {
        fields.wrongType("columns", node, "names of columns or patterns");
      }
      try {
        NamePattern.expand(text).forEach(n -> all.add(new Study.Named(n, remarks.at(node))));
      } catch (NamePattern.Fault e) {
        remarks.add(
            Code.VALUE_NOT_ALLOWED,
            remarks.at(node),
            Paste.quoted(text) + " in " + fields.owner() + ": " + e.getMessage(),
            "a column, or a pattern such as Q{1..9}",
            e.fix());
      }
    }
    return List.copyOf(all);
  }

  private CleanUse.Speeders speeders(Fields clean) {
    Fields fields = part(clean, "speeders", Section.SPEEDERS, Section.CLEAN);
    boolean times = fields.has("start") || fields.has("end") || fields.has("pattern");
    List<String> columns =
        times
            ? List.of(fields.required("start"), fields.required("end"))
            : List.of(fields.required("column"));
    if (times && fields.has("column")) {
      fields.notAllowed(
          "column", columns.get(0), "seconds in \"column\", or \"start\" and \"end\", not both");
    }
    String pattern = times ? fields.required("pattern") : "";
    if (times && !pattern.isEmpty() && !time(pattern)) {
      fields.notAllowed("pattern", pattern, "how a date with a time of day is written");
    }
    OptionalLong below = fields.integer("below", 1, 1_000_000);
    Optional<BigDecimal> share = share(fields, "below_median");
    if (!fields.has("below") && !fields.has("below_median")) {
      fields.require("below");
    }
    return new CleanUse.Speeders(columns, pattern, below, share, fields.place());
  }

  private static boolean time(String pattern) {
    try {
      return new TimePattern(pattern).hasTime();
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private List<Study.Condition> eligible(Fields clean) {
    Fields fields = part(clean, "eligible", Section.ELIGIBLE, Section.CLEAN);
    fields.require("where");
    return conditions.where(fields);
  }

  /** Reads a share above 0 and up to 1, written as a fraction of one or in percent. */
  private Optional<BigDecimal> share(Fields fields, String key) {
    Optional<String> text = fields.text(key);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    String digits = text.get().replaceFirst("\\s*%$", "");
    if (digits.matches("\\d{1,3}(\\.\\d{1,6})?")) {
      BigDecimal number = new BigDecimal(digits);
      BigDecimal share = digits.equals(text.get()) ? number : number.divide(HUNDRED);
      if (share.signum() > 0 && share.compareTo(BigDecimal.ONE) <= 0) {
        return Optional.of(share);
      }
    }
    fields.notAllowed(key, text.get(), "a share above 0 and up to 1, or up to 100%");
    return Optional.empty();
  }

  private List<Study.Named> straight(Fields fields) {
    List<Study.Named> all = new ArrayList<>();
    for (String id : fields.texts("straight_lining")) {
      Place place = fields.at("straight_lining");
      if (!names.instruments().contains(id)) {
        names.unknown(id, place, "\"straight_lining\"", "an instrument asked", names.instruments());
      }
      all.add(new Study.Named(id, place));
    }
    return List.copyOf(all);
  }
}
