package org.caretally.study;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.caretally.design.Errors;
import org.caretally.problem.Code;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads which replicate weights come with the data. */
final class ReplicatesReader {
  private static final List<String> TYPES = List.of("brr", "fay", "jk1", "jkn", "bootstrap", "sdr");
  private static final String OWNER = "\"replicates\"";

  private final Remarks remarks;
  private final Fields design;

  ReplicatesReader(Remarks remarks, Fields design) {
    this.remarks = remarks;
    this.design = design;
  }

  Optional<ReplicatesUse> read(boolean weighting) {
    Optional<Node> node = design.node("replicates");
    if (node.isEmpty()) {
      return Optional.empty();
    }
    for (String key : List.of("strata", "psu", "fpc", "variance")) {
      if (design.has(key)) {
        refuse("\"" + key + "\" and \"replicates\" are both there", "remove \"" + key + "\"");
      }
    }
    if (weighting) {
      refuse("weights from headcounts are not made for each replicate", "remove \"weighting\"");
    }
    design.require("weight");
    Fields fields =
        Fields.read(
            remarks,
            node.get(),
            Section.REPLICATES,
            OWNER,
            design.at("replicates"),
            Section.DESIGN.example("replicates"));
    if (fields.broken()) {
      return Optional.empty();
    }
    fields.require("columns");
    fields.require("type");
    List<Study.Named> columns = columns(fields);
    if (columns.size() < 2) {
      fields.notAllowed("columns", Paste.list(List.of()), "at least two columns");
      return Optional.empty();
    }
    return Optional.of(new ReplicatesUse(columns, errors(fields, columns.size())));
  }

  private void refuse(String what, String fix) {
    remarks.add(
        Code.REPLICATES_IMPOSSIBLE,
        design.at("replicates"),
        what,
        "a weight and its replicates, which stand for strata, PSUs and headcounts",
        fix);
  }

  private List<Study.Named> columns(Fields fields) {
    List<Study.Named> all = new ArrayList<>();
    for (Node node : fields.nodes("columns")) {
      String text = Nodes.text(node).orElse("");
      try {
        NamePattern.expand(text).forEach(n -> all.add(new Study.Named(n, remarks.at(node))));
      } catch (NamePattern.Fault e) {
        remarks.add(
            Code.VALUE_NOT_ALLOWED,
            remarks.at(node),
            Paste.quoted(text) + " in " + OWNER + ": " + e.getMessage(),
            "a column, or a pattern such as BRR_{1..80}",
            e.fix());
      }
    }
    return all;
  }

  private Errors.Replicates errors(Fields fields, int size) {
    String type = fields.choice("type", "bootstrap", TYPES);
    double n = size;
    double usual =
        switch (type) {
          case "brr" -> 1 / n;
          case "fay" -> 1 / (n * Math.pow(1 - rho(fields), 2));
          case "jk1" -> (n - 1) / n;
          case "jkn" -> 1;
          case "sdr" -> 4 / n;
          default -> 1 / (n - 1);
        };
    if (!type.equals("fay") && fields.has("rho")) {
      fields.notAllowed("rho", fields.text("rho").orElse(""), "\"rho\" only with type: fay");
    }
    boolean fixed = List.of("brr", "fay", "sdr").contains(type);
    for (String key : List.of("scale", "rscales")) {
      if (fixed && fields.has(key)) {
        fields.notAllowed(key, type, "no such key: the type says what it is");
      }
    }
    if (type.equals("jkn")) {
      fields.require("rscales");
    }
    if (List.of("brr", "fay", "jkn").contains(type)) {
      fields.require("df");
    }
    double scale = fields.text("scale").map(t -> number(fields, "scale", t, 1e9)).orElse(usual);
    long df = fields.integer("df", 1, 1_000_000).orElse(size - 1L);
    return new Errors.Replicates(type, scale, factors(fields, size), fields.flag("mse", true), df);
  }

  private double rho(Fields fields) {
    fields.require("rho");
    return fields.text("rho").map(t -> number(fields, "rho", t, 0.99)).orElse(0.5);
  }

  private List<Double> factors(Fields fields, int size) {
    List<Double> factors = new ArrayList<>();
    fields.texts("rscales").forEach(t -> factors.add(number(fields, "rscales", t, 1e9)));
    if (factors.size() == size) {
      return factors;
    }
    if (factors.size() > 1) {
      fields.notAllowed("rscales", factors.size() + " numbers", "one number, or " + size);
    }
    return Collections.nCopies(size, factors.isEmpty() ? 1.0 : factors.get(0));
  }

  private static double number(Fields fields, String key, String text, double most) {
    if (!text.matches("\\d{1,10}(\\.\\d{1,20})?([eE][+-]?\\d{1,2})?")
        || !(Double.parseDouble(text) > 0 && Double.parseDouble(text) <= most)) {
      fields.notAllowed(key, text, "a positive number up to " + most);
      return 1e-3;
    }
    return Double.parseDouble(text);
  }
}
