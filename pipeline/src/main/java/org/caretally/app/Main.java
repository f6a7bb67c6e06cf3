package org.caretally.app;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command line. */
@Command(
    name = "caretally",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "From a workforce mental-health survey to an honest report.",
    subcommands = {
      InitCommand.class,
      RunCommand.class,
      CheckCommand.class,
      InstrumentsCommand.class,
      ExportCommand.class,
      ReleaseCommand.class,
      CompareCommand.class,
      ExplainCommand.class,
      DoctorCommand.class
    },
    footer = {
      "",
      "Examples:",
      "  caretally init export.csv    propose a study file for an export",
      "  caretally check study.yml    say what is wrong, and what would be withheld",
      "  caretally run study.yml      write reports/<study>/report.html",
      "  caretally export study.yml --out data   write cleaned, scored rows for analysis elsewhere",
      "  caretally compare reports/2025 reports/2026   two reports by their published tables",
      "  caretally explain E107       say what an error means and how to fix it",
      "  caretally doctor             look whether this machine has what a run needs",
      "  caretally instruments        list the instruments; with a name, all about one"
    })
public final class Main implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(),
        "a command is needed: init, check, run, export, instruments, explain or doctor");
  }

  /** Runs the command line and ends the process with its exit code. */
  public static void main(String[] arguments) {
    Terminal terminal = Terminal.ofProcess();
    endOnErrors(terminal);
    System.exit(execute(terminal, arguments));
  }

  /**
   * An error, such as too little memory, can end a thread of Spark that nobody looks after; the job
   * would then wait for that thread for ever.
   */
  private static void endOnErrors(Terminal terminal) {
    Thread.setDefaultUncaughtExceptionHandler(
        (thread, fault) -> {
          if (fault instanceof Error) {
            System.exit(Failures.report(fault, terminal));
          }
          if (terminal.faults()) {
            fault.printStackTrace(terminal.err());
          }
        });
  }

  /** Runs the command line and returns its exit code. */
  static int execute(Terminal terminal, String... arguments) {
    CommandLine line = new CommandLine(new Main(), new Commands(terminal));
    line.setOut(terminal.out());
    line.setErr(terminal.err());
    line.setExecutionExceptionHandler(
        (exception, command, parsed) -> Failures.report(exception, terminal));
    return line.execute(arguments);
  }
}
