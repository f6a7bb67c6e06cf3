package org.caretally.study;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.caretally.intake.Fold;
import org.caretally.intake.MappingTable;
import org.caretally.problem.Code;
import org.caretally.problem.Place;

/** Reads how free texts of a variable become levels. */
final class RecodeReader {
  private static final List<String> FOLDS =
      List.of("case", "spaces", "accents", "punctuation", "none");

  private final Remarks remarks;
  private final Path folder;
  private final Set<String> ids;
  private final Map<String, String> table = new LinkedHashMap<>();

  /** Folded spelling to level, to find two lines that say different things about one spelling. */
  private final Map<String, String> folded = new LinkedHashMap<>();

  RecodeReader(Remarks remarks, Path folder, Set<String> ids) {
    this.remarks = remarks;
    this.folder = folder;
    this.ids = ids;
  }

  /** Reports a name that is no level. */
  static void level(Remarks remarks, Place place, String owner, String id, Set<String> ids) {
    if (!ids.contains(id)) {
      remarks.unknown(
          Code.UNKNOWN_NAME,
          place,
          Paste.quoted(id) + " in " + owner + " is not a level",
          id,
          ids,
          Paste::scalar,
          "name a level, or add it to \"levels\"");
    }
  }

  Optional<Treatment.Recode> read(Fields column) {
    Fields fields =
        Fields.read(
            remarks,
            column.node("recode").orElseThrow(),
            Section.RECODE,
            "\"recode\" of " + column.owner(),
            column.at("recode"),
            Section.COLUMN.example("recode"));
    if (!fields.broken() && fields.has("map") == fields.has("file")) {
      remarks.add(
          fields.has("map") ? Code.VALUE_NOT_ALLOWED : Code.MISSING_KEY,
          fields.at("file"),
          fields.owner()
              + (fields.has("map") ? " has both" : " has neither")
              + " \"map\" and \"file\"",
          "one of the two",
          Section.RECODE.example("map") + ", or " + Section.RECODE.example("file"));
    }
    Set<Fold> folds = folds(fields);
    Treatment.Unmapped unmapped =
        Treatment.Unmapped.valueOf(
            fields
                .choice("unmapped", "stop", List.of("stop", "missing", "other"))
                .toUpperCase(Locale.ROOT));
    String other = other(fields, unmapped == Treatment.Unmapped.OTHER);
    Optional<Path> file = fields.text("file").flatMap(f -> path(fields, f));
    map(fields, folds);
    file.ifPresent(f -> file(fields, f, folds));
    return Optional.of(
        new Treatment.Recode(
            Collections.unmodifiableMap(table), Set.copyOf(folds), unmapped, other, file));
  }

  private String other(Fields fields, boolean wanted) {
    String other = fields.text("other").orElse("");
    if (wanted) {
      fields.require("other");
    } else if (fields.has("other")) {
      fields.notAllowed("other", other, "\"unmapped: other\" beside it");
    }
    if (!other.isEmpty()) {
      level(remarks, fields.at("other"), fields.owner(), other, ids);
    }
    return other;
  }

  private Optional<Path> path(Fields fields, String name) {
    try {
      return Optional.of(folder.resolve(name).normalize());
    } catch (InvalidPathException e) {
      fields.notAllowed("file", name, "a file beside the study file");
      return Optional.empty();
    }
  }

  private Set<Fold> folds(Fields fields) {
    if (!fields.has("fold")) {
      return Set.of(Fold.CASE, Fold.SPACES);
    }
    Set<Fold> folds = new LinkedHashSet<>();
    for (String name : fields.texts("fold")) {
      if (!FOLDS.contains(name)) {
        remarks.unknown(
            Code.VALUE_NOT_ALLOWED,
            fields.at("fold"),
            Paste.quoted(name) + " is not allowed for \"fold\" of " + fields.owner(),
            name,
            FOLDS,
            f -> "fold: [" + f + "]",
            Section.RECODE.example("fold"));
      } else if (!name.equals("none")) {
        folds.add(Fold.valueOf(name.toUpperCase(Locale.ROOT)));
      }
    }
    return folds;
  }

  private void map(Fields fields, Set<Fold> folds) {
    String owner = "\"map\" of " + fields.owner();
    fields
        .node("map")
        .flatMap(n -> Entry.all(remarks, n, owner, Section.RECODE.example("map")))
        .orElse(Map.of())
        .forEach(
            (from, entry) -> {
              Optional<String> to = Nodes.text(entry.value());
              if (to.isEmpty()) {
                fields.wrongType("map", entry.value(), "the short name of a level");
              } else {
                pair(from, to.get(), entry.place(), owner, folds);
              }
            });
  }

  private void file(Fields fields, Path path, Set<Fold> folds) {
    String name = fields.text("file").orElse("");
    for (MappingTable.Pair pair :
        MappingTable.read(path, name, fields.at("file"), remarks.problems())) {
      pair(pair.from(), pair.to(), new Place(name, pair.line()), "the mapping table", folds);
    }
  }

  /** A spelling may be what a person typed, so no message repeats it. */
  private void pair(String from, String to, Place place, String owner, Set<Fold> folds) {
    if (!to.isEmpty()) {
      level(remarks, place, owner, to, ids);
    }
    String before = folded.putIfAbsent(Fold.apply(folds, from), to);
    if (before != null && !before.equals(to)) {
      remarks.add(
          Code.DUPLICATE_KEY,
          place,
          "a spelling in " + owner + " is there twice, with two levels",
          "one level for each spelling; letter case, blanks and whatever \"fold\" names do not"
              + " tell spellings apart",
          "remove one of the two lines");
    }
    table.put(from, to);
  }
}
