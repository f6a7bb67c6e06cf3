package org.caretally.instrument;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * A second, slower way to score, written apart from the product: options are lists, reversal is a
 * position counted from the other end, a missing answer is replaced by the mean of the answered
 * ones, a rule is known when the lowest and the highest answers to the missing items agree. An
 * unanswered item is -1; numbers are in hundredths, times in minutes.
 */
final class PublishedForm {
  static final int NONE = -1;

  final String id;
  final List<int[]> options = new ArrayList<>();
  final Map<String, Key> keys = new LinkedHashMap<>();
  Consumer<int[]> skips = a -> {};

  PublishedForm(String id) {
    this.id = id;
  }

  /** What a scale must give. */
  static final class Answer {
    long num;
    long den = 1;
    boolean scored;
    String status = "";
    int band = -1;
    final Map<String, Boolean> cases = new LinkedHashMap<>();
    Boolean rule;
  }

  PublishedForm items(int n, String spec) {
    int[] codes;
    if (spec.contains("..")) {
      String[] ends = spec.split("\\.\\.", -1);
      codes = new int[] {Integer.parseInt(ends[0]), Integer.parseInt(ends[1]), 0, 0};
      codes[2] = NONE;
    } else if (spec.contains("-")) {
      int from = Integer.parseInt(spec.substring(0, spec.indexOf('-')));
      int to = Integer.parseInt(spec.substring(spec.indexOf('-') + 1));
      codes = new int[to - from + 1];
      for (int i = 0; i < codes.length; i++) {
        codes[i] = from + i;
      }
    } else {
      codes = Arrays.stream(spec.split(",", -1)).mapToInt(Integer::parseInt).toArray();
    }
    for (int i = 0; i < n; i++) {
      options.add(codes);
    }
    return this;
  }

  private static boolean range(int[] o) {
    return o.length == 4 && o[2] == NONE;
  }

  Key sum(String scale, String items) {
    return key(scale, items, false);
  }

  Key mean(String scale, String items) {
    return key(scale, items, true);
  }

  private Key key(String scale, String items, boolean mean) {
    Key key = new Key(this, list(items));
    key.mean = mean;
    keys.put(scale, key);
    return key;
  }

  /** A rule that can only become true when answers rise. */
  PublishedForm rule(String scale, Predicate<int[]> met) {
    Key key = new Key(this, new int[0]);
    key.rule = met;
    keys.put(scale, key);
    return this;
  }

  static int[] list(String items) {
    List<Integer> found = new ArrayList<>();
    for (String piece : items.split(",", -1)) {
      String[] ends = piece.split("-", -1);
      for (int i = Integer.parseInt(ends[0]); i <= Integer.parseInt(ends[ends.length - 1]); i++) {
        found.add(i);
      }
    }
    return found.stream().mapToInt(i -> i).toArray();
  }

  /** Draws a respondent: some answer everything, some skip a little, some skip a lot. */
  int[] draw(Random random) {
    int[] a = new int[options.size()];
    int blank = new int[] {0, 5, 5, 30}[random.nextInt(4)];
    int style = random.nextInt(5);
    for (int i = 0; i < a.length; i++) {
      int[] o = options.get(i);
      if (random.nextInt(100) < blank) {
        a[i] = NONE;
      } else if (range(o)) {
        int span = o[1] - o[0] + 1;
        int step = random.nextInt(3) == 0 ? 1 : 25;
        a[i] = o[0] + random.nextInt(span) / step * step;
      } else {
        int at = random.nextInt(o.length);
        a[i] = style == 0 ? o[0] : style == 1 ? o[o.length - 1] : o[at];
        if (style < 2 && random.nextInt(6) == 0) {
          a[i] = o[at];
        }
      }
    }
    return a;
  }

  /** One scale. */
  static final class Key {
    private final PublishedForm form;
    private final int[] items;
    private int[] reversed = new int[0];
    private boolean mean;
    private int factor = 1;
    private int missing;
    private int[] bands = new int[0];
    private final Map<String, long[]> cuts = new LinkedHashMap<>();
    private Predicate<int[]> rule;

    Key(PublishedForm form, int[] items) {
      this.form = form;
      this.items = items;
    }

    Key reverse(String list) {
      reversed = list(list);
      return this;
    }

    Key times(int f) {
      factor = f;
      return this;
    }

    Key missing(int most) {
      missing = most;
      return this;
    }

    /** Lower bounds in hundredths. */
    Key bands(double... from) {
      bands = Arrays.stream(from).mapToInt(b -> (int) Math.round(b * 100)).toArray();
      return this;
    }

    /** A cut-off for women, men and others. */
    Key cut(String cutoff, String op, double women, double men, double others) {
      int kind = List.of(">=", ">", "<=", "<").indexOf(op);
      cuts.put(
          cutoff,
          new long[] {
            kind, Math.round(women * 100), Math.round(men * 100), Math.round(others * 100)
          });
      return this;
    }

    Key cut(String cutoff, String op, double value) {
      return cut(cutoff, op, value, value, value);
    }

    PublishedForm and() {
      return form;
    }

    Answer score(int[] a, int sex) {
      Answer answer = new Answer();
      if (rule != null) {
        boolean lowest = rule.test(filled(a, false));
        boolean highest = rule.test(filled(a, true));
        answer.rule = lowest == highest ? lowest : null;
        return answer;
      }
      long sum = 0;
      int answered = 0;
      boolean hundredths = range(form.options.get(items[0] - 1));
      for (int item : items) {
        int value = a[item - 1];
        if (value != NONE) {
          answered++;
          sum += turned(item, value);
        }
      }
      int open = items.length - answered;
      if (open > missing || answered == 0) {
        answer.status = answered == 0 ? "blank" : "unscorable";
        return answer;
      }
      answer.status = open == 0 ? "complete" : "prorated";
      answer.scored = true;
      // Every missing answer is replaced by the mean of the answered ones.
      answer.num = factor * (sum * answered + open * sum);
      answer.den = (long) answered * (mean ? items.length : 1) * (hundredths ? 100 : 1);
      if (!mean && !hundredths) {
        answer.num = (2 * answer.num + answer.den) / (2 * answer.den);
        answer.den = 1;
      }
      judge(answer, sex);
      return answer;
    }

    void judge(Answer answer, int sex) {
      for (int b = 0; b < bands.length; b++) {
        if (answer.num * 100 >= bands[b] * answer.den) {
          answer.band = b;
        }
      }
      cuts.forEach(
          (cutoff, c) -> {
            int side = Long.compare(answer.num * 100, c[1 + sex] * answer.den);
            answer.cases.put(
                cutoff,
                c[0] == 0 ? side >= 0 : c[0] == 1 ? side > 0 : c[0] == 2 ? side <= 0 : side < 0);
          });
    }

    private int turned(int item, int value) {
      for (int r : reversed) {
        if (r == item) {
          int[] o = form.options.get(item - 1);
          for (int k = 0; k < o.length; k++) {
            if (o[k] == value) {
              return o[o.length - 1 - k];
            }
          }
        }
      }
      return value;
    }

    private int[] filled(int[] a, boolean high) {
      int[] b = a.clone();
      for (int i = 0; i < b.length; i++) {
        int[] o = form.options.get(i);
        if (b[i] == NONE) {
          b[i] = high ? o[o.length - 1] : o[0];
        }
      }
      return b;
    }
  }
}
