package org.caretally.study;

import java.nio.charset.Charset;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.caretally.codebook.Language;
import org.caretally.estimate.ProportionInterval;
import org.caretally.intake.FileFormat;
import org.caretally.intake.dialect.Dialects;
import org.caretally.problem.Code;
import org.caretally.problem.Place;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads what frames a study: words, files, wave, design and disclosure. */
final class FrameReader {
  private static final List<String> PROFILES = List.of("standard", "strict", "public-use");
  private static final List<String> SMALL_GROUPS = List.of("merge", "hide");

  private final Remarks remarks;
  private final Fields study;

  FrameReader(Remarks remarks, Fields study) {
    this.remarks = remarks;
    this.study = study;
  }

  Study.About about() {
    return new Study.About(
        study.required("title"),
        study.required("population"),
        study.text("organisation").orElse(""),
        study.text("fieldwork").orElse(""),
        study.integer("invited", 1, 1_000_000_000L),
        study.texts("support"),
        study.texts("notes"),
        ReportingReader.read(remarks, study),
        study.text("licence").orElse(""),
        Language.of(study.choice("language", Language.EN.tag(), Language.tags())));
  }

  Study.WaveSource wave() {
    Optional<Node> node = study.node("wave");
    if (node.isEmpty() || !(node.get() instanceof MappingNode)) {
      boolean own = study.has("waves");
      return new Study.WaveSource(study.text("wave").orElse(""), Optional.empty(), own);
    }
    Fields fields = part("wave", Section.WAVE);
    fields.require("column");
    return new Study.WaveSource("", fields.named("column"));
  }

  List<Study.DataFile> files(Path folder) {
    if (study.has("file") && study.has("files")) {
      remarks.add(
          Code.DUPLICATE_KEY,
          study.at("file"),
          "\"file\" and \"files\" are both there",
          "one of the two",
          "remove \"file\", and list every file under \"files\"");
    }
    String key = study.has("file") && !study.has("files") ? "file" : "files";
    study.require(key);
    List<Study.DataFile> files = new ArrayList<>();
    Set<String> seen = new LinkedHashSet<>();
    for (Node node : study.nodes(key)) {
      Study.DataFile file = file(folder, node);
      if (!file.name().isEmpty() && !seen.add(file.name())) {
        remarks.add(
            Code.VALUE_NOT_ALLOWED,
            file.place(),
            Paste.quoted(file.name()) + " is listed twice",
            "every file once",
            "files: " + Paste.list(seen));
      }
      files.add(file);
    }
    if (study.has(key) && files.isEmpty()) {
      study.notAllowed(key, "[]", "at least one file");
    }
    return List.copyOf(files);
  }

  private Study.DataFile file(Path folder, Node node) {
    Place place = remarks.at(node);
    String name;
    FileFormat format = FileFormat.plain(Optional.empty());
    if (Nodes.isText(node)) {
      name = Nodes.text(node).orElse("");
    } else {
      Fields fields =
          Fields.read(remarks, node, Section.FILE, "a data file", place, "files: [survey.csv]");
      name = fields.required("path");
      format = format(fields);
    }
    try {
      return new Study.DataFile(folder.resolve(name).normalize(), name, format, place);
    } catch (InvalidPathException e) {
      remarks.add(
          Code.VALUE_NOT_ALLOWED,
          place,
          "a file name holds a character that no file name can have",
          "",
          "files: [survey.csv]");
      return new Study.DataFile(folder, name, format, place);
    }
  }

  private static FileFormat format(Fields fields) {
    String platform = fields.choice("platform", Dialects.plain().id(), Dialects.ids());
    return new FileFormat(
        delimiter(fields),
        encoding(fields),
        Dialects.find(platform),
        fields.choice("decimal", ".", List.of(".", ",")).equals(","));
  }

  private static Optional<Charset> encoding(Fields fields) {
    Optional<String> name = fields.text("encoding");
    try {
      return name.map(Charset::forName);
    } catch (IllegalArgumentException e) {
      fields.notAllowed(
          "encoding", name.orElse(""), "UTF-8, UTF-16, windows-1252, ISO-8859-1 or x-MacRoman");
      return Optional.empty();
    }
  }

  /** Reads one character from the node itself, because a cleaned text would lose a tab. */
  private static Optional<Character> delimiter(Fields fields) {
    Optional<String> raw = fields.node("delimiter").flatMap(Nodes::raw);
    String text = raw.map(t -> t.equals("TAB") || t.equals("\\t") ? "\t" : t).orElse("");
    if (raw.isPresent() && !text.matches("[,;|:^~!#$%&*/=@]|\t")) {
      fields.notAllowed("delimiter", text, "one character, such as \",\" \";\" \"|\", or TAB");
      return Optional.empty();
    }
    if (raw.isEmpty()) {
      fields.text("delimiter");
      return Optional.empty();
    }
    return Optional.of(text.charAt(0));
  }

  Optional<Study.Named> key(int files) {
    if (files > 1) {
      study.require("key");
    }
    return study.named("key");
  }

  Study.DesignUse design(Optional<WeightingUse> weighting) {
    return new DesignReader(remarks, study).read(part("design", Section.DESIGN), weighting);
  }

  ProportionInterval interval() {
    return ProportionInterval.of(
        study.choice(
            "prevalence_interval",
            ProportionInterval.KORN_GRAUBARD.id(),
            ProportionInterval.ids()));
  }

  Study.DisclosureUse disclosure() {
    Optional<Node> node = study.node("disclosure");
    if (node.isEmpty() || Nodes.isText(node.get())) {
      String profile = study.choice("disclosure", "standard", PROFILES);
      return new Study.DisclosureUse(profile, 11, "", true, study.at("disclosure"));
    }
    Fields fields = part("disclosure", Section.DISCLOSURE);
    String profile = fields.choice("profile", "standard", PROFILES);
    OptionalLong k = fields.integer("k", -1_000_000, 1_000_000);
    String waiver = fields.text("waiver").orElse("");
    boolean merges = fields.choice("small_groups", "merge", SMALL_GROUPS).equals("merge");
    long smallest = k.orElse(11);
    if (smallest < 5) {
      refused(fields, "\"k\" below 5 is refused: so few people could be recognised", "k: 11");
    } else if (smallest < 11 && waiver.isEmpty()) {
      refused(
          fields,
          "\"k\" below 11 needs a waiver: who allowed it, and why",
          Section.DISCLOSURE.example("waiver") + ", or k: 11");
    }
    return new Study.DisclosureUse(profile, (int) smallest, waiver, merges, study.at("disclosure"));
  }

  private void refused(Fields fields, String what, String fix) {
    remarks.add(Code.GATE_REFUSED, fields.at("k"), what, "11 or more; 5 to 10 with a waiver", fix);
  }

  private Fields part(String key, Section section) {
    return study
        .node(key)
        .map(
            n ->
                Fields.read(
                    remarks,
                    n,
                    section,
                    "\"" + key + "\"",
                    study.at(key),
                    Section.STUDY.example(key)))
        .orElseGet(() -> Fields.none(remarks, section, "\"" + key + "\"", study.at(key)));
  }
}
