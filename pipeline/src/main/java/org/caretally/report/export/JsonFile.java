package org.caretally.report.export;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * JSON in ASCII: letters beyond it, among them those that turn the direction of text, are written
 * as escapes, so that what an editor shows is what a program reads.
 */
final class JsonFile {
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
          .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
          .build();

  private JsonFile() {}

  /** Begins a file whose values stand on lines of their own down to a depth. */
  static JsonGenerator open(OutputStream out, int depth) throws IOException {
    return FACTORY.createGenerator(out).setPrettyPrinter(new Lines(depth));
  }

  /** Writes a text; halves of characters become question marks, as in CSV. */
  static void text(JsonGenerator json, String name, String text) throws IOException {
    json.writeStringField(name, whole(text));
  }

  /** Writes a text unless it is blank. */
  static void textIfAny(JsonGenerator json, String name, String text) throws IOException {
    if (!text.isBlank()) {
      text(json, name, text);
    }
  }

  /** Writes a list of texts. */
  static void texts(JsonGenerator json, String name, List<String> texts) throws IOException {
    json.writeArrayFieldStart(name);
    for (String text : texts) {
      json.writeString(whole(text));
    }
    json.writeEndArray();
  }

  static String whole(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
  }

  /** Breaks lines between values of the outer levels only. */
  private static final class Lines extends MinimalPrettyPrinter {
    private static final long serialVersionUID = 1L;

    private final int lowest;
    private int depth;

    Lines(int lowest) {
      this.lowest = lowest;
    }

    @Override
    public void writeStartObject(JsonGenerator g) throws IOException {
      super.writeStartObject(g);
      depth++;
    }

    @Override
    public void writeEndObject(JsonGenerator g, int entries) throws IOException {
      depth--;
      super.writeEndObject(g, entries);
    }

    @Override
    public void writeStartArray(JsonGenerator g) throws IOException {
      super.writeStartArray(g);
      depth++;
    }

    @Override
    public void writeEndArray(JsonGenerator g, int values) throws IOException {
      depth--;
      super.writeEndArray(g, values);
    }

    @Override
    public void beforeArrayValues(JsonGenerator g) throws IOException {
      line(g);
    }

    @Override
    public void beforeObjectEntries(JsonGenerator g) throws IOException {
      line(g);
    }

    @Override
    public void writeArrayValueSeparator(JsonGenerator g) throws IOException {
      super.writeArrayValueSeparator(g);
      line(g);
    }

    @Override
    public void writeObjectEntrySeparator(JsonGenerator g) throws IOException {
      super.writeObjectEntrySeparator(g);
      line(g);
    }

    private void line(JsonGenerator g) throws IOException {
      if (depth <= lowest) {
        g.writeRaw('\n');
      }
    }
  }
}
