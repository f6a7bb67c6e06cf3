package org.caretally.report.export;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;
import org.caretally.disclosure.Cell;
import org.caretally.disclosure.ProtectedTable;
import org.caretally.disclosure.Shown;
import org.caretally.disclosure.Withheld;
import org.caretally.report.page.ReportInput.Info;

/**
 * Every published table in one JSON file. A number has the digits that the gate allowed; a withheld
 * one is an object with its mark, {@code c} for confidential or {@code u} for unreliable; words are
 * texts; null stands where nothing applies. A column holds each different value once, see {@link
 * Codes}. The shape is that of {@code schema/results.schema.json}.
 */
public final class ResultsJson implements Whole {
  private static final Pattern NUMBER = Pattern.compile("-?[0-9]+(\\.[0-9]+)?");

  private final Dictionary dictionary = new Dictionary();

  @Override
  public String name() {
    return "results.json";
  }

  @Override
  public void write(Published report, OutputStream out) throws IOException {
    JsonGenerator json = JsonFile.open(out, 4);
    json.writeStartObject();
    json.writeStringField("format", "caretally-results");
    json.writeNumberField("format_version", 2);
    json.writeStringField("caretally_version", report.info().version());
    info(json, report.info());
    json.writeArrayFieldStart("tables");
    for (Published.Table table : report.tables()) {
      table(json, table);
    }
    json.writeEndArray();
    json.writeEndObject();
    json.writeRaw('\n');
    json.close();
    out.flush();
  }

  private static void info(JsonGenerator json, Info info) throws IOException {
    json.writeObjectFieldStart("report");
    JsonFile.text(json, "title", info.title());
    JsonFile.text(json, "population", info.population());
    JsonFile.text(json, "organisation", info.organisation());
    JsonFile.text(json, "fieldwork", info.fieldwork());
    JsonFile.text(json, "analysis", info.analysis());
    JsonFile.texts(json, "waves", info.waves());
    JsonFile.text(json, "design", info.design());
    JsonFile.text(json, "interval_of_shares", info.intervalMethod());
    json.writeStringField("disclosure_profile", info.profile());
    json.writeNumberField("disclosure_k", info.k());
    json.writeStringField("config_sha256", info.configHash());
    json.writeStringField("remark", "Scores are screening results, not diagnoses.");
    json.writeEndObject();
  }

  private void table(JsonGenerator json, Published.Table published) throws IOException {
    ProtectedTable table = published.content();
    List<Dictionary.Field> fields = dictionary.fields(table);
    json.writeStartObject();
    json.writeStringField("name", table.id());
    json.writeStringField("title", dictionary.topic(table).title());
    json.writeStringField("file", published.path());
    JsonFile.texts(json, "key", dictionary.topic(table).key());
    json.writeNumberField("rows", table.rows().size());
    json.writeArrayFieldStart("columns");
    for (int i = 0; i < fields.size(); i++) {
      column(json, fields.get(i), Codes.of(table.rows(), i));
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void column(JsonGenerator json, Dictionary.Field field, Codes codes)
      throws IOException {
    json.writeStartObject();
    json.writeStringField("name", field.name());
    json.writeStringField("type", field.type());
    JsonFile.textIfAny(json, "unit", field.unit());
    JsonFile.textIfAny(json, "description", field.description());
    json.writeArrayFieldStart("values");
    for (Cell value : codes.values()) {
      cell(json, value, field);
    }
    json.writeEndArray();
    if (codes.inRuns()) {
      json.writeArrayFieldStart("runs");
      for (Codes.Run run : codes.runs()) {
        json.writeArray(new int[] {run.place(), run.length()}, 0, 2);
      }
    } else {
      json.writeArrayFieldStart("places");
      for (int place : codes.places()) {
        json.writeNumber(place);
      }
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void cell(JsonGenerator json, Cell cell, Dictionary.Field field)
      throws IOException {
    if (cell instanceof Withheld withheld) {
      mark(json, withheld.mark());
    } else if (cell.text().isBlank()) {
      json.writeNull();
    } else if (cell instanceof Shown || (!field.words() && NUMBER.matcher(cell.text()).matches())) {
      json.writeNumber(new BigDecimal(cell.text()));
    } else {
      json.writeString(JsonFile.whole(cell.text()));
    }
  }

  private static void mark(JsonGenerator json, Withheld.Mark mark) throws IOException {
    String letter =
        switch (mark) {
          case CONFIDENTIAL -> "c";
          case UNRELIABLE -> "u";
          case NOT_APPLICABLE -> "";
        };
    if (letter.isEmpty()) {
      json.writeNull();
      return;
    }
    json.writeStartObject();
    json.writeStringField("withheld", letter);
    json.writeEndObject();
  }
}
