package org.caretally.intake.identity;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Folds a column's name to plain words: no case, accents, punctuation or marks of HTML. */
final class Folding {
  /** A question may be long; what follows is no part of its sense. */
  private static final int LONGEST = 600;

  private static final Pattern TAG = Pattern.compile("<[^<>]{0,200}>|&[a-zA-Z#0-9]{2,8};");
  private static final Pattern MARK = Pattern.compile("\\p{M}+");
  private static final Pattern HUMP =
      Pattern.compile("(?<=\\p{Ll})(?=\\p{Lu})|(?<=\\p{Lu})(?=\\p{Lu}\\p{Ll})");
  private static final Pattern DIGITS =
      Pattern.compile("(?<=\\p{L})(?=\\p{N})|(?<=\\p{N})(?=\\p{L})");
  private static final Pattern OTHER = Pattern.compile("[^\\p{L}\\p{N}]+");

  private Folding() {}

  /** Returns the words of a name in order; numbers are words of their own. */
  static List<String> words(String name) {
    String text = name.length() > LONGEST ? name.substring(0, LONGEST) : name;
    text = TAG.matcher(text).replaceAll(" ");
    text = MARK.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
    text = DIGITS.matcher(HUMP.matcher(text).replaceAll(" ")).replaceAll(" ");
    text = text.toLowerCase(Locale.ROOT).replace("ß", "ss").replace("æ", "ae").replace("ø", "o");
    List<String> words = new ArrayList<>();
    for (String word : OTHER.split(text, -1)) {
      if (!word.isEmpty()) {
        words.add(word);
      }
    }
    return words;
  }
}
