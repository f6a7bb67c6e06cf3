package org.caretally.app;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** Tells the product's version. */
final class Version implements IVersionProvider {
  /** Returns the version as the build wrote it. */
  static String number() {
    try (InputStream in = Version.class.getResourceAsStream("/caretally.properties")) {
      Properties properties = new Properties();
      properties.load(in);
      return properties.getProperty("version");
    } catch (IOException e) {
      throw new IllegalStateException("the program is not complete", e);
    }
  }

  @Override
  public String[] getVersion() {
    return new String[] {"caretally " + number()};
  }
}
