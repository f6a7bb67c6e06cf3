package org.caretally.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * A private folder for what Spark spills, gone after the command; a later one removes leftovers.
 */
final class Scratch implements AutoCloseable {
  private static final String NAME = "caretally-scratch-";

  private final Path folder;
  private final HeldFolder held;

  private Scratch(Path folder, HeldFolder held) {
    this.folder = folder;
    this.held = held;
  }

  static Scratch create() throws IOException {
    Path folder = Files.createTempDirectory(NAME);
    Scratch scratch = new Scratch(folder, HeldFolder.hold(folder));
    HeldFolder.sweep(folder.getParent(), Pattern.compile(Pattern.quote(NAME) + "[0-9]+"));
    Runtime.getRuntime().addShutdownHook(new Thread(() -> RunFolder.deleteQuietly(folder)));
    return scratch;
  }

  Path folder() {
    return folder;
  }

  @Override
  public void close() throws IOException {
    held.close();
    RunFolder.deleteQuietly(folder);
  }
}
