package org.caretally.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.caretally.instrument.Instrument;
import org.caretally.instrument.Library;
import org.caretally.problem.Code;
import org.caretally.problem.Nearest;
import org.caretally.problem.Place;
import org.caretally.problem.Problem;
import org.caretally.problem.ProblemException;
import org.caretally.problem.Problems;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says which instruments there are and everything about one of them. */
@Command(
    name = "instruments",
    mixinStandardHelpOptions = true,
    description = "List the instruments, show one of them, or start one of your own.",
    footer = {
      "",
      "Examples:",
      "  caretally instruments                all of them, by what they measure",
      "  caretally instruments phq9           everything about one",
      "  caretally instruments --template > my_scale.yaml",
      "  caretally instruments --folder 2026  check and list your own, too"
    })
final class InstrumentsCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Spec private CommandSpec spec;

  @Parameters(arity = "0..1", paramLabel = "NAME", description = "id of an instrument")
  private String name;

  @Option(
      names = "--folder",
      paramLabel = "FOLDER",
      description = "your own definitions: a folder of *.yaml, or one that holds instruments/")
  private Path folder;

  @Option(names = "--template", description = "print a definition to start one of your own from")
  private boolean template;

  InstrumentsCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    if (template && (name != null || folder != null)) {
      throw new ParameterException(spec.commandLine(), "--template stands alone");
    }
    if (template) {
      terminal.result(Library.template().stripTrailing());
      return 0;
    }
    Library builtIn = Library.builtIn();
    Library library = folder == null ? builtIn : own(builtIn);
    List<String> lines =
        name == null ? InstrumentList.of(builtIn, library) : InstrumentPage.of(find(library));
    lines.forEach(terminal::result);
    return 0;
  }

  private Library own(Library builtIn) {
    Problems problems = new Problems();
    Path inside = folder.resolve("instruments");
    Path real = (Files.isDirectory(inside) ? inside : folder).toAbsolutePath().normalize();
    Library library = builtIn.withFolder(real, problems);
    problems.throwIfErrors();
    return library;
  }

  private Instrument find(Library library) {
    return library.find(name).orElseThrow(() -> unknown(library.ids()));
  }

  private ProblemException unknown(List<String> ids) {
    String closest = String.join("", Nearest.one(name, ids));
    return new ProblemException(
        new Problem(
            Code.UNKNOWN_INSTRUMENT,
            Place.in(""),
            "there is no instrument \"" + name + "\"",
            "",
            Nearest.to(name, ids),
            "caretally instruments" + (closest.isEmpty() ? " lists them" : " " + closest)));
  }
}
