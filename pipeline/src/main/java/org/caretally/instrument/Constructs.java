package org.caretally.instrument;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.caretally.problem.Problems;

/**
 * The challenges and protective factors of the mental-health workforce, and what measures them.
 * Sleep disorders appear as insomnia and hypersomnia, because different scales measure them.
 */
public final class Constructs {
  private static final String FILE = "/constructs.yaml";
  private static final Set<String> KEYS =
      Set.of("id", "label", "kind", "part_of", "names", "measures", "smallest_base");

  private Constructs() {}

  /** Returns all of them: challenges first, in the order a report uses. */
  public static List<Construct> all() {
    Problems problems = new Problems();
    List<Construct> all = new ArrayList<>();
    Part root = Definition.root(Resources.text(FILE), FILE, problems);
    for (Part p : root.list()) {
      Part.Fields f = p.fields(KEYS);
      String kind = f.need("kind").map(k -> k.word(List.of("challenge", "protective"))).orElse("");
      String id = f.needText("id");
      all.add(
          new Construct(
              id,
              f.needText("label"),
              f.get("part_of").map(Part::text).orElse(id),
              f.list("names").stream().map(Part::text).toList(),
              kind.equals("challenge") ? Construct.Kind.CHALLENGE : Construct.Kind.PROTECTIVE,
              f.list("measures").stream().map(Part::text).toList(),
              f.get("smallest_base").map(b -> (int) b.whole(1, 1000)).orElse(0)));
    }
    problems.throwIfErrors();
    return List.copyOf(all);
  }
}
