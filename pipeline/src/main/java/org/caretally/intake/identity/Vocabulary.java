package org.caretally.intake.identity;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The words that names of identifying columns are made of, from {@code names.txt}.
 *
 * @param phrases phrase without blanks to what it means
 * @param fillers words that change nothing: a name made of a phrase and fillers means the phrase
 * @param asks words by which a question asks for an entry
 * @param counters words by which a question asks how much or how often
 * @param yours words such as "your", that make a plain word personal
 */
record Vocabulary(
    Map<String, Kind> phrases,
    Set<String> fillers,
    Set<String> asks,
    Set<String> counters,
    Set<String> yours) {

  /** Reads the shipped list. */
  static Vocabulary shipped() {
    Map<String, Kind> phrases = new HashMap<>();
    Map<String, Set<String>> sets = new HashMap<>();
    List.of("filler", "ask", "counter", "your").forEach(s -> sets.put(s, new HashSet<>()));
    try (InputStream in = Vocabulary.class.getResourceAsStream("names.txt");
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        int colon = line.indexOf(':');
        if (colon > 0 && line.charAt(0) != '#') {
          add(line.substring(0, colon), line.substring(colon + 1), phrases, sets);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Vocabulary(
        phrases, sets.get("filler"), sets.get("ask"), sets.get("counter"), sets.get("your"));
  }

  private static void add(
      String key, String list, Map<String, Kind> phrases, Map<String, Set<String>> sets) {
    for (String entry : list.split(",", -1)) {
      List<String> words = Folding.words(entry);
      if (sets.containsKey(key)) {
        sets.get(key).addAll(words);
      } else if (!words.isEmpty()) {
        phrases.put(String.join("", words), Kind.valueOf(key));
      }
    }
  }
}
