package org.caretally.app;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.caretally.study.ExportColumn;
import org.caretally.study.ExportColumn.Kind;
import org.caretally.study.Plan;

/**
 * Describes exported rows as a Frictionless data package (version 2): what each column is, and how
 * people are protected.
 *
 * @param plan the study
 * @param columns the columns, in the order of the files
 * @param risks sentences on people who do not hide well; empty when all do
 * @param waiver who allowed that, and why; may be empty
 */
record DataPackage(Plan plan, List<ExportColumn> columns, List<String> risks, String waiver) {
  private static final Set<Kind> TEXTS =
      Set.of(Kind.LEVEL, Kind.BAND, Kind.WAVE, Kind.STRATUM, Kind.PSU);

  /** Returns the text of {@code datapackage.json}. */
  String json(Instant made) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("$schema", "https://datapackage.org/profiles/2.0/datapackage.json");
    all.put("name", plan.study().id().toLowerCase(Locale.ROOT));
    all.put("title", plan.study().about().title());
    all.put(
        "description",
        "Cleaned and scored answers, a row for each person in no order. "
            + plan.study().about().population());
    all.put("created", made.toString());
    all.put("resources", List.of(csv(), parquet()));
    all.put("protection", protection());
    all.put("made_with", "Caretally " + Version.number());
    return Json.of(all) + "\n";
  }

  private Map<String, Object> csv() {
    Map<String, Object> csv = resource("people_csv", "people.csv", "csv", "text/csv");
    csv.put("encoding", "utf-8");
    return csv;
  }

  private Map<String, Object> parquet() {
    return resource(
        "people_parquet", "people.parquet", "parquet", "application/vnd.apache.parquet");
  }

  private Map<String, Object> resource(String name, String path, String format, String type) {
    Map<String, Object> resource = new LinkedHashMap<>();
    resource.put("$schema", "https://datapackage.org/profiles/2.0/dataresource.json");
    resource.put("name", name);
    resource.put("path", path);
    resource.put("type", "table");
    resource.put("format", format);
    resource.put("mediatype", type);
    resource.put("schema", Map.of("fields", columns.stream().map(DataPackage::field).toList()));
    return resource;
  }

  private static Map<String, Object> field(ExportColumn column) {
    Map<String, Object> field = new LinkedHashMap<>();
    boolean text = TEXTS.contains(column.kind());
    field.put("name", column.name());
    field.put("title", column.label());
    field.put("type", text ? "string" : column.whole() ? "integer" : "number");
    field.put("measure", column.id());
    if (column.kind() == Kind.CASE) {
      field.put("description", "1 for yes, 0 for no");
      field.put("constraints", Map.of("enum", List.of(0, 1)));
    }
    if (!column.levels().isEmpty()) {
      List<Map<String, String>> categories = new ArrayList<>();
      column.categories().forEach((value, label) -> categories.add(category(value, label)));
      field.put("categories", categories);
      field.put("categoriesOrdered", column.kind() == Kind.BAND);
    }
    return field;
  }

  private static Map<String, String> category(String value, String label) {
    Map<String, String> category = new LinkedHashMap<>();
    category.put("value", value);
    category.put("label", label);
    return category;
  }

  private Map<String, Object> protection() {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put(
        "grouping",
        columns.stream().filter(ExportColumn::grouping).map(ExportColumn::name).toList());
    all.put("smallest_group_allowed", 5);
    all.put("fewest_results_allowed", 2);
    all.put("risks", risks);
    all.put("waiver", waiver);
    all.put(
        "remark",
        "Numbers and scores are not among the grouping columns: rare values of them may tell people"
            + " apart. Key, names of strata and sampling units, answers to single items and undeclared"
            + " columns are not in the files.");
    return all;
  }
}
