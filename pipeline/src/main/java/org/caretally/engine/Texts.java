package org.caretally.engine;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/**
 * Fingerprints of rows: SHA-256 over texts of columns, each with its length before it, so that no
 * two different rows agree and no answer travels between machines.
 *
 * @param pattern slots of the answers that make rows the same
 * @param slots number of all slots
 */
record Texts(List<Integer> pattern, int slots) implements Serializable {

  /**
   * Returns fingerprint of the answers, blanks in all slots, fingerprint of all slots, and line;
   * null for a row without an answer in the pattern, which is like no other.
   */
  Row row(Fields fields) {
    boolean answered = pattern.stream().anyMatch(s -> !fields.text(s).isEmpty());
    if (!answered) {
      return null;
    }
    List<Integer> all = IntStream.range(0, slots).boxed().toList();
    int blanks = (int) all.stream().filter(s -> fields.text(s).isEmpty()).count();
    return RowFactory.create(print(fields, pattern), blanks, print(fields, all), fields.line());
  }

  private static String print(Fields fields, List<Integer> slots) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (int slot : slots) {
        byte[] text = fields.text(slot).getBytes(StandardCharsets.UTF_8);
        digest.update(Integer.toString(text.length).getBytes(StandardCharsets.UTF_8));
        digest.update((byte) ':');
        digest.update(text);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
