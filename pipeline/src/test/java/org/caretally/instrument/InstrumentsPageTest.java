package org.caretally.instrument;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The facts on the page about instruments are those of the definitions. */
class InstrumentsPageTest {
  private static final Path PAGE =
      Path.of(System.getProperty("caretally.root"), "pipeline", "docs", "instruments.md");
  private static final String START = "<!-- instruments: start -->";
  private static final String END = "<!-- instruments: end -->";

  static String table(Library library) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "| id | Name | About | Items | Period | Scales and headline cut-off | Licence | Key |");
    lines.add("|---|---|---|---|---|---|---|---|");
    for (String id : library.ids()) {
      Instrument i = library.find(id).orElseThrow();
      String scales =
          i.scales().stream().map(InstrumentsPageTest::scale).collect(Collectors.joining("; "));
      lines.add(
          "| "
              + String.join(
                  " | ",
                  "`" + id + "`",
                  i.title(),
                  String.join(", ", i.constructs()),
                  Integer.toString(i.items().size()),
                  i.recall(),
                  scales,
                  i.licence().status().replace('_', ' '),
                  i.unverified()
                      ? "not confirmed: needs `allow_unverified`"
                      : "confirmed or marked")
              + " |");
    }
    return String.join("\n", lines);
  }

  private static String scale(Scale scale) {
    String cut =
        scale.cutoffs().stream()
            .filter(Cutoff::byDefault)
            .map(c -> " (" + c.words() + (c.enabled() ? "" : ", off until checked") + ")")
            .collect(Collectors.joining());
    return "`" + scale.id() + "`" + (scale.range().isEmpty() ? " rule" : " " + scale.range()) + cut;
  }

  @Test
  void theTableOnThePageIsTheLibrary() throws IOException {
    String page = Files.readString(PAGE).replace("\r\n", "\n");
    int start = page.indexOf(START) + START.length();
    int end = page.indexOf(END);
    assertTrue(start >= START.length() && end > start, "the page has no table");
    assertEquals(table(Library.builtIn()), page.substring(start, end).strip());
  }

  @Test
  void theCountsInTheTextAreTrue() throws IOException {
    String page = Files.readString(PAGE);
    Library library = Library.builtIn();
    long unverified =
        library.ids().stream().filter(id -> library.find(id).orElseThrow().unverified()).count();
    assertTrue(page.contains("the keys of " + library.ids().size() + " published instruments"));
    assertEquals(6, unverified);
    assertTrue(page.contains("Six keys are not confirmed"));
  }

  @Test
  void theTemplateOnThePageIsTheTemplate() throws IOException {
    String page = Files.readString(PAGE).replace("\r\n", "\n");
    assertTrue(page.contains("```yaml\n" + Library.template() + "```"), "the template differs");
  }
}
