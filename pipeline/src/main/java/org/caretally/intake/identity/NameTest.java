package org.caretally.intake.identity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Tells from the name of a column whether it may say who a person is. A name counts when it is made
 * of a known phrase and of words that change nothing ("Recipient Email 2"); so "phone" counts and
 * "phone counselling hours" does not. A whole question counts when it asks for an entry of such a
 * thing ("Please enter your home address").
 */
public final class NameTest {
  private static final int LONGEST_PHRASE = 6;

  private final Vocabulary vocabulary = Vocabulary.shipped();

  /** Returns what a name means, if it may say who a person is. */
  public Optional<Kind> of(String name) {
    if (name.strip().equals("#")) {
      return Optional.of(Kind.RESPONSE_NUMBER);
    }
    // groups of a form stand before a slash
    String last = name.replaceFirst("^(?:\\w+/)+(?=\\w+$)", "");
    List<String> words = Folding.words(last);
    List<Match> matches = matches(words);
    if (matches.isEmpty()) {
      return Optional.empty();
    }
    boolean[] covered = new boolean[words.size()];
    matches.forEach(m -> Arrays.fill(covered, m.from, m.to, true));
    boolean plain = true;
    for (int i = 0; i < covered.length; i++) {
      plain &= covered[i] || filler(words.get(i));
    }
    return plain ? Optional.of(best(matches).kind) : asked(words, matches);
  }

  /** A phrase found at a place. */
  private record Match(int from, int to, Kind kind) {
    int length() {
      return to - from;
    }
  }

  private List<Match> matches(List<String> words) {
    List<Match> found = new ArrayList<>();
    int at = 0;
    while (at < words.size()) {
      Optional<Match> match = longest(words, at);
      match.ifPresent(found::add);
      at = match.map(Match::to).orElse(at + 1);
    }
    return found;
  }

  private Optional<Match> longest(List<String> words, int from) {
    Optional<Match> longest = Optional.empty();
    StringBuilder glued = new StringBuilder();
    for (int to = from; to < Math.min(words.size(), from + LONGEST_PHRASE); to++) {
      Kind kind = vocabulary.phrases().get(glued.append(words.get(to)).toString());
      if (kind != null) {
        longest = Optional.of(new Match(from, to + 1, kind));
      }
    }
    return longest;
  }

  private boolean filler(String word) {
    return word.length() == 1
        || Character.isDigit(word.charAt(0))
        || vocabulary.fillers().contains(word)
        || vocabulary.asks().contains(word)
        || vocabulary.yours().contains(word);
  }

  /** The longest phrase says most; among equals the one that may not even link rows. */
  private static Match best(List<Match> matches) {
    Match best = matches.get(0);
    for (Match match : matches) {
      boolean graver = best.kind.mayLink() && !match.kind.mayLink();
      boolean milder = !best.kind.mayLink() && match.kind.mayLink();
      if (graver || (!milder && match.length() > best.length())) {
        best = match;
      }
    }
    return best;
  }

  private Optional<Kind> asked(List<String> words, List<Match> matches) {
    boolean asks = words.stream().anyMatch(vocabulary.asks()::contains);
    boolean counts = words.stream().anyMatch(vocabulary.counters()::contains);
    if (!asks || counts) {
      return Optional.empty();
    }
    return matches.stream()
        .filter(m -> !m.kind.mayLink() && (m.length() > 1 || personal(words, m.from)))
        .map(Match::kind)
        .findFirst();
  }

  /** A word alone ("name", "address") is only meant personally after a word such as "your". */
  private boolean personal(List<String> words, int at) {
    return words.subList(Math.max(0, at - 2), at).stream().anyMatch(vocabulary.yours()::contains);
  }
}
