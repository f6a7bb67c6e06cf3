package org.caretally.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A private folder for what Spark spills, gone after the command. */
record Scratch(Path folder) implements AutoCloseable {
  static Scratch create() throws IOException {
    Path folder = Files.createTempDirectory("caretally-");
    Runtime.getRuntime().addShutdownHook(new Thread(() -> RunFolder.deleteQuietly(folder)));
    return new Scratch(folder);
  }

  @Override
  public void close() {
    RunFolder.deleteQuietly(folder);
  }
}
