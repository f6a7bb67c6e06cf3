package org.caretally.app;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.caretally.problem.Code;
import org.caretally.problem.Nearest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Prints the page of an error or warning; without a code, all of them in a line each. */
@Command(
    name = "explain",
    mixinStandardHelpOptions = true,
    description = "Say what an error or a warning means, with an example and how to fix it.",
    footer = {
      "",
      "Examples:",
      "  caretally explain E107    what E107 means and how to fix it",
      "  caretally explain         every code in a line"
    })
final class ExplainCommand implements Callable<Integer> {
  private static final int NOT_KNOWN = 2;

  private final Terminal terminal;

  @Parameters(arity = "0..*", paramLabel = "CODE", description = "codes, such as E107 or W202")
  private List<String> wanted = List.of();

  ExplainCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    if (wanted.isEmpty()) {
      for (Code code : Code.values()) {
        String title = page(code.id()).lines().findFirst().orElse("");
        terminal.result(title.replaceFirst("^# ", ""));
      }
      return 0;
    }
    List<String> known = Arrays.stream(Code.values()).map(Code::id).toList();
    List<String> pages = new ArrayList<>();
    int exit = 0;
    for (String text : wanted) {
      String id = text.strip().toUpperCase(Locale.ROOT);
      if (known.contains(id)) {
        pages.add(page(id).strip());
      } else {
        String nearest = Nearest.to(id, known);
        terminal.problem(
            "There is no code \""
                + text
                + "\"."
                + (nearest.isEmpty() ? "" : " Closest: " + nearest + ".")
                + " \"caretally explain\" lists all of them.");
        exit = NOT_KNOWN;
      }
    }
    if (!pages.isEmpty()) {
      terminal.result(String.join("\n\n", pages));
    }
    return exit;
  }

  private static String page(String id) throws IOException {
    try (InputStream in = ExplainCommand.class.getResourceAsStream("/errors/" + id + ".md")) {
      if (in == null) {
        throw new IllegalStateException("no page for " + id + " in the program");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
