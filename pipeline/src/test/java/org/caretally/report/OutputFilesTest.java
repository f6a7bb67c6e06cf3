package org.caretally.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.Reader;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.caretally.report.Variants.Variant;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The files beside a report: results as JSON, the data package, the charts. */
class OutputFilesTest {
  private static final JsonMapper MAPPER = JsonMapper.shared();
  private static final CSVFormat CSV =
      CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();

  @TempDir Path folder;

  private static List<String> resultErrors(JsonNode results) throws IOException {
    return Frictionless.errors(
        SpecificationVersion.DRAFT_2020_12, "/schema/results.schema.json", results);
  }

  private JsonNode json(String file) throws IOException {
    return MAPPER.readTree(folder.resolve(file).toFile());
  }

  private List<CSVRecord> csv(String file) throws IOException {
    try (Reader reader = Files.newBufferedReader(folder.resolve(file))) {
      return CSV.parse(reader).getRecords();
    }
  }

  @ParameterizedTest
  @MethodSource("org.caretally.report.Variants#all")
  void resultsAreTheTablesAndFitTheirSchema(Variant variant) throws Exception {
    ReportWriter.write(variant.input(), folder);
    JsonNode results = json("results.json");
    assertEquals(List.of(), resultErrors(results));
    for (JsonNode table : results.get("tables")) {
      List<CSVRecord> rows = csv(table.get("file").asString());
      assertEquals(rows.size(), table.get("rows").asInt());
      for (int c = 0; c < table.get("columns").size(); c++) {
        JsonNode column = table.get("columns").get(c);
        List<JsonNode> cells = cells(column);
        assertEquals(rows.size(), cells.size());
        for (int r = 0; r < rows.size(); r++) {
          sameCell(rows.get(r).get(c), cells.get(r), column);
        }
      }
    }
    String text = Files.readString(folder.resolve("results.json"));
    assertTrue(text.chars().allMatch(c -> c == '\n' || (c >= ' ' && c < 127)), "not plain ASCII");
  }

  /** Reads a column as its documentation says. */
  private static List<JsonNode> cells(JsonNode column) {
    List<JsonNode> cells = new ArrayList<>();
    JsonNode values = column.get("values");
    if (column.has("runs")) {
      for (JsonNode run : column.get("runs")) {
        cells.addAll(Collections.nCopies(run.get(1).asInt(), values.get(run.get(0).asInt())));
      }
    } else {
      column.get("places").forEach(p -> cells.add(values.get(p.asInt())));
    }
    return cells;
  }

  private static void sameCell(String printed, JsonNode cell, JsonNode column) {
    String what = column.get("name").asString() + ": " + printed;
    if (cell.isNull() || cell.isObject()) {
      assertTrue(printed.isBlank(), what);
    } else if (cell.isNumber()) {
      assertFalse(column.get("type").asString().equals("string"), what);
      assertEquals(0, new BigDecimal(printed).compareTo(cell.decimalValue()), what);
    } else {
      assertEquals("string", column.get("type").asString(), what);
      assertTrue(printed.equals(cell.asString()) || printed.equals("'" + cell.asString()), what);
    }
  }

  @Test
  void aWithheldNumberIsOnlyItsMark() throws Exception {
    ReportWriter.write(Variants.withheld(Fixture.ordinary()), folder);
    for (JsonNode table : json("results.json").get("tables")) {
      for (JsonNode column : table.get("columns")) {
        for (JsonNode cell : column.get("values")) {
          String text = cell.toString();
          assertTrue(!cell.isObject() || text.matches("\\{\"withheld\":\"[cu]\"}"), text);
          assertFalse(cell.isDouble(), text);
        }
      }
    }
    assertTrue(Files.readString(folder.resolve("results.json")).contains("{\"withheld\":\"c\"}"));
  }

  @Test
  void mistakesDoNotFitTheSchema() throws Exception {
    ReportWriter.write(Fixture.ordinary(), folder);
    String good = Files.readString(folder.resolve("results.json"));
    for (String bad :
        List.of(
            good.replace("\"format_version\":2", "\"format_version\":1"),
            good.replaceFirst("\"type\":\"integer\"", "\"type\":\"count\""),
            good.replace("{\"withheld\":\"c\"}", "{\"withheld\":3}"),
            good.replace("\"rows\":", "\"lines\":"),
            good.replaceFirst("\"places\":", "\"runs\":"),
            good.replaceFirst("\"places\":\\[", "\"places\":[-1,"))) {
      assertFalse(bad.equals(good));
      assertFalse(resultErrors(MAPPER.readTree(bad)).isEmpty());
    }
  }

  @Test
  void everyTableAndColumnIsDescribed() throws Exception {
    ReportWriter.write(Fixture.ordinary(), folder);
    List<String> without = new ArrayList<>();
    for (JsonNode table : json("results.json").get("tables")) {
      String name = table.get("name").asString();
      if (table.get("title").asString().equals(name)) {
        without.add("tables.csv: " + name);
      }
      for (JsonNode column : table.get("columns")) {
        if (!column.has("description")) {
          without.add("columns.csv: " + name + "," + column.get("name").asString());
        }
      }
    }
    assertEquals(List.of(), without);
  }

  @ParameterizedTest
  @MethodSource("org.caretally.report.Variants#all")
  void thePackageDescribesEveryFile(Variant variant) throws Exception {
    ReportWriter.write(variant.input(), new Extras("CC-BY-4.0", List.of()), folder);
    JsonNode described = json("datapackage.json");
    assertEquals("CC-BY-4.0", described.at("/licenses/0/name").asString());
    assertEquals(List.of(), Frictionless.errors(described));
    Set<String> paths = new HashSet<>();
    for (JsonNode resource : described.get("resources")) {
      paths.add(resource.get("path").asString());
      emptyKeysAreValues(resource);
      filesHoldWhatIsSaid(resource);
    }
    try (Stream<Path> files = Files.list(folder.resolve("tables"))) {
      assertEquals(files.map(f -> "tables/" + f.getFileName()).collect(Collectors.toSet()), paths);
    }
  }

  private static void emptyKeysAreValues(JsonNode resource) {
    assertEquals("[\"\"]", resource.at("/schema/missingValues").toString());
    for (JsonNode key : resource.at("/schema/primaryKey")) {
      JsonNode field = field(resource, key.asString());
      boolean text = field.get("type").asString().equals("string");
      assertTrue(!text || field.get("missingValues").isEmpty(), "an empty key is a value");
    }
  }

  private static JsonNode field(JsonNode resource, String name) {
    for (JsonNode field : resource.at("/schema/fields")) {
      if (field.get("name").asString().equals(name)) {
        return field;
      }
    }
    throw new AssertionError("no field " + name);
  }

  private void filesHoldWhatIsSaid(JsonNode resource) throws Exception {
    String path = resource.get("path").asString();
    byte[] bytes = Files.readAllBytes(folder.resolve(path));
    assertEquals(bytes.length, resource.get("bytes").asInt());
    String hash = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    assertEquals("sha256:" + hash, resource.get("hash").asString());
    List<JsonNode> fields = new ArrayList<>();
    resource.at("/schema/fields").forEach(fields::add);
    Set<List<String>> keys = new HashSet<>();
    for (CSVRecord row : csv(path)) {
      assertEquals(fields.size(), row.size());
      for (int i = 0; i < fields.size(); i++) {
        String type = fields.get(i).get("type").asString();
        String cell = row.get(i);
        boolean fits =
            cell.isEmpty()
                || type.equals("string")
                || cell.matches(type.equals("integer") ? "-?\\d+" : "-?\\d+(\\.\\d+)?");
        assertTrue(fits, path + " " + fields.get(i).get("name") + ": " + cell);
      }
      List<String> key = new ArrayList<>();
      resource.at("/schema/primaryKey").forEach(k -> key.add(row.get(k.asString())));
      assertTrue(key.isEmpty() || keys.add(key), path + " has twice " + key);
    }
  }

  @Test
  void withoutALicenceNoneIsNamedAndAnAddressIsAPath() throws Exception {
    ReportWriter.write(Fixture.ordinary(), folder);
    assertFalse(json("datapackage.json").has("licenses"));
    Extras extras = new Extras("https://example.org/terms", List.of());
    ReportWriter.write(Fixture.ordinary(), extras, folder);
    assertEquals(
        "[{\"path\":\"https://example.org/terms\"}]",
        json("datapackage.json").get("licenses").toString());
  }

  @ParameterizedTest
  @MethodSource("org.caretally.report.Variants#all")
  void everyFigureIsAChartOfItsOwn(Variant variant) throws Exception {
    ReportWriter.write(variant.input(), folder);
    org.jsoup.nodes.Document page = Jsoup.parse(Files.readString(folder.resolve("report.html")));
    List<Path> charts = new ArrayList<>();
    if (Files.exists(folder.resolve("charts"))) {
      try (Stream<Path> files = Files.list(folder.resolve("charts"))) {
        files.sorted().forEach(charts::add);
      }
    }
    List<Element> figures = page.select("figure");
    assertEquals(figures.size(), charts.size());
    for (int i = 0; i < figures.size(); i++) {
      assertTrue(charts.get(i).getFileName().toString().matches("\\d\\d+-[a-z0-9-]+\\.svg"));
      Document svg =
          DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(charts.get(i).toFile());
      assertEquals("svg", svg.getDocumentElement().getTagName());
      assertEquals(0, svg.getElementsByTagName("script").getLength());
      assertEquals(0, svg.getElementsByTagName("image").getLength());
      String words = bare(svg.getDocumentElement().getTextContent());
      String title = bare(figures.get(i).selectFirst(".headline").ownText());
      assertTrue(words.contains(title.substring(0, Math.min(40, title.length()))), title);
      assertTrue(words.contains("Source:"), "no source");
      assertFalse(Files.readString(charts.get(i)).contains("var(--"));
    }
  }

  private static String bare(String text) {
    return text.replaceAll("\\s", "");
  }

  @ParameterizedTest
  @MethodSource("org.caretally.report.Variants#all")
  void theReportOffersWhatIsThere(Variant variant) throws Exception {
    List<String> files =
        ReportWriter.write(variant.input(), new Extras("", List.of("report.pdf")), folder);
    Files.createFile(folder.resolve("report.pdf"));
    for (String file : files) {
      assertTrue(Files.exists(folder.resolve(file)), file);
    }
    org.jsoup.nodes.Document page = Jsoup.parse(Files.readString(folder.resolve("report.html")));
    Set<String> offered = new HashSet<>();
    for (Element link : page.select("a[href]")) {
      if (!link.attr("href").startsWith("#")) {
        offered.add(link.attr("href"));
        assertTrue(files.contains(link.attr("href")), link.attr("href"));
      }
    }
    List<String> missing = new ArrayList<>(files);
    missing.removeAll(offered);
    missing.removeIf(f -> f.startsWith("charts/") || f.equals("report.html"));
    assertEquals(List.of(), missing, "files that no link names");
  }
}
