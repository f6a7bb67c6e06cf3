package org.caretally.engine;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.caretally.problem.Code;
import org.caretally.problem.Place;
import org.caretally.problem.Problem;
import org.caretally.problem.ProblemException;
import org.caretally.study.SourceFile;

/**
 * Records are cut out of bytes, where a comma must be one byte and nothing else. Files in other
 * encodings are therefore read from a copy in UTF-8, in the private scratch folder of the run.
 */
final class Utf8Copies {
  private static final int BUFFER = 1 << 16;

  private Utf8Copies() {}

  /**
   * Returns the files as they can be cut: those in UTF-8 as they are, of the others a copy.
   *
   * @throws ProblemException if a file is not in the encoding that is said
   */
  static List<SourceFile> of(List<SourceFile> files, Path scratch) throws IOException {
    List<SourceFile> readable = new ArrayList<>();
    for (SourceFile file : files) {
      boolean utf8 = file.charset().equals(StandardCharsets.UTF_8.name());
      readable.add(utf8 ? file : copy(file, scratch.resolve("copy-" + readable.size() + ".csv")));
    }
    return readable;
  }

  private static SourceFile copy(SourceFile file, Path copy) throws IOException {
    Charset charset = Charset.forName(file.charset());
    try (Reader in =
            new InputStreamReader(
                Files.newInputStream(Path.of(file.path())), charset.newDecoder());
        Writer out = Files.newBufferedWriter(copy, StandardCharsets.UTF_8)) {
      char[] buffer = new char[BUFFER];
      boolean first = true;
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        int mark = first && n > 0 && buffer[0] == '\uFEFF' ? 1 : 0;
        out.write(buffer, mark, n - mark);
        first = false;
      }
    } catch (CharacterCodingException e) {
      throw new ProblemException(
          Problem.of(
              Code.NOT_UTF8,
              Place.in(file.name()),
              "the file is not " + file.charset() + " text to its end",
              "name another encoding, or save the file as \"CSV UTF-8\""));
    }
    return new SourceFile(
        copy.toString(),
        file.name(),
        StandardCharsets.UTF_8.name(),
        file.delimiter(),
        file.fields(),
        file.least(),
        file.dataStart(),
        file.firstLine());
  }
}
