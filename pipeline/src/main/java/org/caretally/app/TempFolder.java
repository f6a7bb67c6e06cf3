package org.caretally.app;

import java.nio.file.Path;

/**
 * Where libraries put their temporary files while Spark runs: the private folder of the run, so
 * that they go away with it.
 */
final class TempFolder implements AutoCloseable {
  private static final String PROPERTY = "java.io.tmpdir";

  private final String before = System.getProperty(PROPERTY);

  private TempFolder() {}

  static TempFolder at(Path folder) {
    TempFolder temp = new TempFolder();
    System.setProperty(PROPERTY, folder.toString());
    return temp;
  }

  @Override
  public void close() {
    System.setProperty(PROPERTY, before);
  }
}
