package org.caretally.intake;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.caretally.problem.Code;
import org.caretally.problem.Place;
import org.caretally.problem.Problem;
import org.caretally.problem.Problems;

/** The first bytes of a data file, as text. */
final class Head {
  private static final String SAVE = "save the file as \"CSV UTF-8\", or export it again as UTF-8";

  private final byte[] bytes;

  Head(byte[] bytes) {
    this.bytes = bytes;
  }

  /** Returns how many bytes the byte order mark of UTF-8 takes: 3, or 0 without. */
  int bom() {
    return startsWith(0xEF, 0xBB, 0xBF) ? 3 : 0;
  }

  /** Returns UTF-16 for a file with its mark, else the declared encoding, else UTF-8. */
  Charset charset(Optional<Charset> declared) {
    boolean marked = startsWith(0xFF, 0xFE) || startsWith(0xFE, 0xFF);
    return marked ? StandardCharsets.UTF_16 : declared.orElse(StandardCharsets.UTF_8);
  }

  /** Returns the text after the byte order mark; empty, and reported, when there is none. */
  Optional<String> text(String name, Charset charset, Problems problems) {
    Optional<Problem> other = otherKind(name);
    if (other.isPresent()) {
      problems.add(other.get());
      return Optional.empty();
    }
    CharBuffer out = CharBuffer.allocate(bytes.length + 1);
    // A character cut at the end of the head is no error: "more input" may follow.
    boolean wrong =
        charset
            .newDecoder()
            .decode(ByteBuffer.wrap(bytes, bom(), bytes.length - bom()), out, false)
            .isError();
    String text = out.flip().toString();
    int nul = text.indexOf('\0');
    if (wrong || nul >= 0) {
      problems.add(notThis(name, charset, nul < 0 ? text : text.substring(0, nul), nul >= 0));
      return Optional.empty();
    }
    if (text.isBlank()) {
      problems.add(
          Problem.of(
              Code.FILE_EMPTY,
              Place.in(name),
              "the file is empty",
              "export it again, with names of columns in its first line"));
      return Optional.empty();
    }
    return Optional.of(text);
  }

  private static Problem notThis(String name, Charset charset, String good, boolean nul) {
    int line = 1 + (int) good.chars().filter(c -> c == '\n').count();
    String other = nul ? "UTF-16LE" : "windows-1252";
    return Problem.of(
        Code.NOT_UTF8,
        new Place(name, line),
        "the file is not " + charset.name() + " text",
        charset.equals(StandardCharsets.UTF_8)
            ? "files: [{path: \""
                + name
                + "\", encoding: "
                + other
                + "}], if that is what it is; or "
                + SAVE
            : "name another encoding, or " + SAVE);
  }

  private Optional<Problem> otherKind(String name) {
    if (startsWith('P', 'K', 3, 4)) {
      return notText(
          name, "the file is a spreadsheet or a zip file, not CSV", "save it as \"CSV UTF-8\"");
    }
    if (startsWith(0x1F, 0x8B)) {
      return notText(name, "the file is compressed (gzip)", "unpack it: gunzip \"" + name + "\"");
    }
    return Optional.empty();
  }

  private static Optional<Problem> notText(String name, String what, String fix) {
    return Optional.of(Problem.of(Code.NOT_UTF8, new Place(name, 1), what, fix));
  }

  private boolean startsWith(int... start) {
    for (int i = 0; i < start.length; i++) {
      if (i >= bytes.length || (bytes[i] & 0xFF) != start[i]) {
        return false;
      }
    }
    return true;
  }
}
