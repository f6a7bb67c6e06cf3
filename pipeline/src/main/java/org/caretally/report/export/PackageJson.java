package org.caretally.report.export;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.caretally.report.page.ReportInput.Info;

/**
 * Describes the CSV files as a Frictionless data package, version 2, so that programs read them
 * with the right types and know what an empty cell means. See https://datapackage.org/standard.
 */
public final class PackageJson implements Whole {
  private static final String PROFILES = "https://datapackage.org/profiles/2.0/";
  private static final Pattern ADDRESS = Pattern.compile("(?i)https?://.*");

  private final Dictionary dictionary = new Dictionary();

  @Override
  public String name() {
    return "datapackage.json";
  }

  @Override
  public void write(Published report, OutputStream out) throws IOException {
    Info info = report.info();
    JsonGenerator json = JsonFile.open(out, 5);
    json.writeStartObject();
    json.writeStringField("$schema", PROFILES + "datapackage.json");
    json.writeStringField("name", "caretally-" + shortHash(info));
    JsonFile.text(json, "title", info.title());
    JsonFile.textIfAny(json, "description", description(info));
    licence(json, report.licence());
    json.writeArrayFieldStart("resources");
    for (Published.Table table : report.tables()) {
      resource(json, table);
    }
    json.writeEndArray();
    json.writeStringField("made_with", "Caretally " + info.version());
    json.writeEndObject();
    json.writeRaw('\n');
    json.close();
    out.flush();
  }

  private static String shortHash(Info info) {
    return info.configHash().substring(0, Math.min(12, info.configHash().length()));
  }

  private static String description(Info info) {
    String who =
        Stream.of(info.population(), info.fieldwork(), info.analysis())
            .filter(t -> !t.isBlank())
            .collect(Collectors.joining("; "));
    return who
        + ". Published results only: an empty number is withheld to protect people, too imprecise, or"
        + " does not apply; the columns status and reason say which.";
  }

  private static void licence(JsonGenerator json, String licence) throws IOException {
    if (licence.isBlank()) {
      return;
    }
    json.writeArrayFieldStart("licenses");
    json.writeStartObject();
    JsonFile.text(json, ADDRESS.matcher(licence).matches() ? "path" : "name", licence);
    json.writeEndObject();
    json.writeEndArray();
  }

  private void resource(JsonGenerator json, Published.Table table) throws IOException {
    Dictionary.Topic topic = dictionary.topic(table.content());
    json.writeStartObject();
    json.writeStringField("$schema", PROFILES + "dataresource.json");
    json.writeStringField("name", table.content().id());
    json.writeStringField("type", "table");
    json.writeStringField("title", topic.title());
    json.writeStringField("path", table.path());
    json.writeStringField("format", "csv");
    json.writeStringField("mediatype", "text/csv");
    json.writeStringField("encoding", "utf-8");
    json.writeNumberField("bytes", table.bytes());
    json.writeStringField("hash", "sha256:" + table.sha256());
    json.writeObjectFieldStart("schema");
    json.writeStringField("$schema", PROFILES + "tableschema.json");
    json.writeArrayFieldStart("fields");
    for (Dictionary.Field field : dictionary.fields(table.content())) {
      field(json, field, topic.key());
    }
    json.writeEndArray();
    JsonFile.texts(json, "missingValues", List.of(""));
    if (!topic.key().isEmpty()) {
      JsonFile.texts(json, "primaryKey", topic.key());
    }
    json.writeEndObject();
    json.writeEndObject();
  }

  /** A text of the key may be empty, such as the group of everybody: that is a value. */
  private static void field(JsonGenerator json, Dictionary.Field field, List<String> key)
      throws IOException {
    json.writeStartObject();
    json.writeStringField("name", field.name());
    json.writeStringField("type", field.type());
    JsonFile.textIfAny(json, "description", field.description());
    JsonFile.textIfAny(json, "unit", field.unit());
    if (key.contains(field.name()) && field.words()) {
      JsonFile.texts(json, "missingValues", List.of());
    }
    json.writeEndObject();
  }
}
