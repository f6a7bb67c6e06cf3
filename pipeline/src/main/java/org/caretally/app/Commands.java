package org.caretally.app;

import picocli.CommandLine;
import picocli.CommandLine.IFactory;

/** Makes the commands, handing them the terminal. */
record Commands(Terminal terminal) implements IFactory {
  @Override
  public <K> K create(Class<K> type) throws Exception {
    if (type == RunCommand.class) {
      return type.cast(new RunCommand(terminal));
    }
    if (type == CheckCommand.class) {
      return type.cast(new CheckCommand(terminal));
    }
    if (type == InitCommand.class) {
      return type.cast(new InitCommand(terminal));
    }
    if (type == InstrumentsCommand.class) {
      return type.cast(new InstrumentsCommand(terminal));
    }
    if (type == ExportCommand.class) {
      return type.cast(new ExportCommand(terminal));
    }
    if (type == CompareCommand.class) {
      return type.cast(new CompareCommand(terminal));
    }
    if (type == ReleaseCommand.class) {
      return type.cast(new ReleaseCommand(terminal));
    }
    if (type == ExplainCommand.class) {
      return type.cast(new ExplainCommand(terminal));
    }
    if (type == DoctorCommand.class) {
      return type.cast(new DoctorCommand(terminal));
    }
    return CommandLine.defaultFactory().create(type);
  }
}
