package org.caretally.study;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.caretally.problem.Code;
import org.caretally.problem.Place;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.schema.FailsafeSchema;

/**
 * Reads a file into the node tree of YAML 1.2. Size, nesting and repetitions are bounded, so that
 * no file, however made, takes long.
 */
final class YamlText {
  private static final int BYTES = 400_000;
  private static final int DEPTH = 20;
  private static final int ALIASES = 20;

  private final Remarks remarks;

  YamlText(Remarks remarks) {
    this.remarks = remarks;
  }

  /** Returns the root; empty when that was not possible, which is then reported. */
  Optional<Node> read(Path path) {
    byte[] bytes;
    try (InputStream in = Files.newInputStream(path)) {
      bytes = in.readNBytes(BYTES + 1);
    } catch (IOException e) {
      return stop(
          0, "the study file cannot be read", "allow this account to read the file, and try again");
    }
    if (bytes.length > BYTES) {
      return stop(
          0,
          "the study file is larger than " + BYTES + " bytes",
          "give the file that describes the study, not the data");
    }
    return decode(bytes).flatMap(this::compose);
  }

  private Optional<String> decode(byte[] bytes) {
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length + 1);
    CoderResult result = decoder.decode(in, out, true);
    String text = out.flip().toString();
    if (result.isError()) {
      return stop(
          lines(text), "the study file is not UTF-8 text", "save the file as UTF-8 in the editor");
    }
    return Optional.of(text.startsWith("\uFEFF") ? text.substring(1) : text);
  }

  private static int lines(String before) {
    return 1 + (int) before.chars().filter(c -> c == '\n').count();
  }

  private Optional<Node> compose(String text) {
    LoadSettings settings =
        LoadSettings.builder()
            .setSchema(new FailsafeSchema())
            .setAllowDuplicateKeys(true)
            .setMaxAliasesForCollections(ALIASES)
            .setCodePointLimit(BYTES + 1)
            .build();
    try {
      if (!bounded(settings, text)) {
        return Optional.empty();
      }
      Optional<Node> root = new Compose(settings).composeString(text);
      return root.isPresent()
          ? root
          : stop(1, "the study file is empty", Section.STUDY.example("version"));
    } catch (MarkedYamlEngineException e) {
      YamlFault fault = YamlFault.of(e.getProblem());
      Optional<Mark> mark =
          fault.atOpening() ? e.getContextMark() : e.getProblemMark().or(e::getContextMark);
      return stop(mark.map(Mark::getLine).orElse(-1) + 1, fault.what(), fault.fix());
    } catch (ReaderException e) {
      return stop(
          lines(text.substring(0, text.offsetByCodePoints(0, e.getPosition()))),
          "the study file holds a control character, so it is no text file",
          "give a text file, or remove the character");
    } catch (YamlEngineException e) {
      return stop(1, "the study file cannot be read as YAML 1.2", "remove lines that begin with %");
    }
  }

  /** Walks the events, which needs no recursion, before nodes are built, which does. */
  private boolean bounded(LoadSettings settings, String text) {
    int depth = 0;
    int aliases = 0;
    boolean fine = true;
    for (Event event : new Parse(settings).parseString(text)) {
      depth += event instanceof CollectionStartEvent ? 1 : 0;
      depth -= event instanceof CollectionEndEvent ? 1 : 0;
      aliases += event instanceof AliasEvent ? 1 : 0;
      if (depth > DEPTH) {
        stop(event, "nested deeper than " + DEPTH + " levels", "remove brackets or indentation");
        return false;
      }
      if (aliases > ALIASES) {
        stop(event, "more than " + ALIASES + " repetitions (*name)", "write the values out");
        return false;
      }
      if (tagged(event)) {
        stop(
            event,
            "a tag (a word that begins with !) is not used here",
            "remove it, or put the text into quotes");
        fine = false;
      }
    }
    return fine;
  }

  private static boolean tagged(Event event) {
    return (event instanceof CollectionStartEvent c && c.getTag().isPresent())
        || (event instanceof ScalarEvent s && s.getTag().isPresent());
  }

  private void stop(Event event, String what, String fix) {
    stop(event.getStartMark().map(Mark::getLine).orElse(-1) + 1, what, fix);
  }

  private <T> Optional<T> stop(int line, String what, String fix) {
    remarks.add(Code.STUDY_NOT_YAML, new Place(remarks.file(), line), what, "", fix);
    return Optional.empty();
  }
}
