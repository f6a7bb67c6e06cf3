package org.caretally.report.export;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.caretally.disclosure.ProtectedTable;
import org.caretally.report.page.ReportInput.Info;

/** Writes the tables of a report beside it, in every format. */
public final class TableFiles {
  private static final String FOLDER = "tables";

  private TableFiles() {}

  /**
   * Writes all files and returns their places relative to the report.
   *
   * @param licence licence under which the study publishes its tables; may be empty
   * @param folder the folder of the report
   * @throws IOException if a file cannot be written
   */
  public static List<String> write(
      Info info, String licence, List<ProtectedTable> tables, Path folder) throws IOException {
    Files.createDirectories(folder.resolve(FOLDER));
    List<String> files = new ArrayList<>();
    List<Published.Table> published = new ArrayList<>();
    for (ProtectedTable table : tables) {
      ProtectedTable ordered = Contract.ordered(table);
      for (Export export : Exports.ALL) {
        String path = FOLDER + "/" + table.id() + "." + export.extension();
        String hash = hashed(export, ordered, folder.resolve(path));
        files.add(path);
        published.add(new Published.Table(ordered, path, Files.size(folder.resolve(path)), hash));
      }
    }
    for (Whole whole : Exports.WHOLE) {
      try (OutputStream out = open(folder.resolve(whole.name()))) {
        whole.write(new Published(info, licence, published), out);
      }
      files.add(whole.name());
    }
    return files;
  }

  private static String hashed(Export export, ProtectedTable table, Path file) throws IOException {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      try (OutputStream out = new DigestOutputStream(open(file), digest)) {
        export.write(table, out);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static OutputStream open(Path file) throws IOException {
    return new BufferedOutputStream(Files.newOutputStream(file));
  }
}
