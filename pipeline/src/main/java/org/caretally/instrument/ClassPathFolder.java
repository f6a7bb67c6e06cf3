package org.caretally.instrument;

import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/** Lists the files of a folder that lies beside the product's classes, in a jar or not. */
final class ClassPathFolder {
  private ClassPathFolder() {}

  static List<String> names(String folder) {
    String self = ClassPathFolder.class.getName().replace('.', '/') + ".class";
    URL url = ClassPathFolder.class.getResource("/" + self);
    if (url == null) {
      throw new IllegalStateException("the product's classes cannot be found");
    }
    try {
      URLConnection connection = url.openConnection();
      if (connection instanceof JarURLConnection jar) {
        jar.setUseCaches(false);
        try (JarFile file = jar.getJarFile()) {
          return inJar(file, folder + "/");
        }
      }
      String base = url.toString();
      Path root = Path.of(new URI(base.substring(0, base.length() - self.length())));
      try (Stream<Path> files = Files.list(root.resolve(folder))) {
        return files.map(f -> String.valueOf(f.getFileName())).sorted().toList();
      }
    } catch (IOException | URISyntaxException e) {
      throw new IllegalStateException("the folder " + folder + " cannot be listed", e);
    }
  }

  private static List<String> inJar(JarFile file, String prefix) {
    return file.stream()
        .map(JarEntry::getName)
        .filter(n -> n.startsWith(prefix) && n.length() > prefix.length())
        .map(n -> n.substring(prefix.length()))
        .filter(n -> !n.contains("/"))
        .sorted()
        .toList();
  }
}
