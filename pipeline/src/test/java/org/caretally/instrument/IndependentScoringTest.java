package org.caretally.instrument;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.caretally.codebook.Missing;
import org.caretally.codebook.Variable;
import org.junit.jupiter.api.Test;

/** Compares the product with {@link PublishedKeys} on random respondents, cell by cell. */
class IndependentScoringTest {
  private static final long SEED = 20261125L;
  private static final int RESPONDENTS = 100_000;

  @Test
  void bothWaysAgreeOnEveryCell() {
    Library library = Library.builtIn();
    List<PublishedForm> forms = PublishedKeys.all();
    Set<String> ids = new TreeSet<>();
    for (PublishedForm form : forms) {
      ids.add(form.id);
      new Run(form, library.find(form.id).orElseThrow()).go();
    }
    assertEquals(library.ids(), List.copyOf(ids));
  }

  /** One instrument. */
  private static final class Run {
    private final PublishedForm form;
    private final Scoring scoring;
    private final List<Variable> variables;
    private final Random random;
    private final long[] codes;
    private final long[] out;
    private int[] drawn = {};

    Run(PublishedForm form, Instrument instrument) {
      this.form = form;
      scoring = Scoring.ofEverything(instrument, ScoringOptions.standard());
      variables = scoring.variables();
      random = new Random(SEED + form.id.hashCode());
      codes = new long[form.options.size()];
      out = new long[variables.size()];
      assertEquals(codes.length, scoring.items(), form.id);
    }

    void go() {
      for (int r = 0; r < RESPONDENTS; r++) {
        int[] a = form.draw(random);
        drawn = a.clone();
        for (int i = 0; i < a.length; i++) {
          codes[i] = a[i] == PublishedForm.NONE ? Missing.MARK : a[i];
        }
        int sex = random.nextInt(3);
        Sex who = sex == 0 ? Sex.FEMALE : sex == 1 ? Sex.MALE : Sex.OTHER_OR_UNKNOWN;
        scoring.score(codes, who, out, 0);
        form.skips.accept(a);
        compare(a, sex);
      }
    }

    private void compare(int[] a, int sex) {
      String prefix = form.id + ".";
      int at = 0;
      while (at < out.length) {
        Variable v = variables.get(at);
        String scale = v.id().substring(prefix.length());
        PublishedForm.Answer want =
            form.keys.containsKey(scale)
                ? form.keys.get(scale).score(a, sex)
                : SpecialScores.score(v.id(), a, sex);
        if (v.kind() == Variable.Kind.CASE) {
          long cell = want.rule == null ? Missing.MARK : want.rule ? 1 : 0;
          same(v, out[at++], cell);
        } else {
          at = number(at, want);
        }
      }
    }

    private int number(int first, PublishedForm.Answer want) {
      int at = first;
      Variable v = variables.get(at);
      if (want.scored) {
        if (out[at] < v.min() || out[at] > v.max()) {
          throw new AssertionError(v.id() + " leaves its range" + trace());
        }
        same(v, out[at] * want.den, want.num * v.grid());
      } else {
        same(v, out[at], Missing.MARK);
      }
      at++;
      for (Map.Entry<String, Boolean> c : want.cases.entrySet()) {
        assertEquals(v.id() + ":" + c.getKey(), variables.get(at).id());
        same(variables.get(at), out[at++], c.getValue() ? 1 : 0);
      }
      while (at < out.length && variables.get(at).id().startsWith(v.id() + ":")) {
        same(variables.get(at), out[at++], Missing.MARK);
      }
      if (variables.get(at).id().equals(v.id() + "#band")) {
        same(variables.get(at), out[at++], want.scored ? want.band : Missing.MARK);
      }
      Variable status = variables.get(at);
      String word = status.levels().get((int) out[at++]).id();
      if (!word.equals(want.status)) {
        throw new AssertionError(status.id() + ": " + word + ", wanted " + want.status + trace());
      }
      return at;
    }

    private void same(Variable v, long found, long wanted) {
      if (found != wanted) {
        throw new AssertionError(v.id() + ": " + found + ", wanted " + wanted + trace());
      }
    }

    private String trace() {
      return " for " + java.util.Arrays.toString(drawn) + ", seed " + SEED;
    }
  }
}
