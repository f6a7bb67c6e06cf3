package org.caretally.engine;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/**
 * Numbers that stand for names, from 1. They follow the order of a hash of the names, so that they
 * depend neither on the order of the data nor on that of the names.
 *
 * @param numbers name to number
 */
record Pseudonyms(Map<String, String> numbers) implements Serializable {

  /** Gives each name a number. */
  static Pseudonyms of(Collection<String> names) {
    TreeMap<String, String> hashed = new TreeMap<>();
    names.forEach(n -> hashed.put(hash(n), n));
    Map<String, String> numbers = new HashMap<>();
    hashed.values().forEach(n -> numbers.put(n, Integer.toString(numbers.size() + 1)));
    return new Pseudonyms(numbers);
  }

  private static String hash(String name) {
    try {
      byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
