package org.caretally.intake.identity;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import org.caretally.intake.Header;

/** Looks at every column of a file for what may say who a person is. */
public final class IdentityScan {
  private static final double MOST_REMARKS = 0.2;

  private final NameTest names = new NameTest();
  private final ValueTest values = new ValueTest();

  /**
   * Returns the suspect columns of a file, in its order.
   *
   * @param header the file's header
   * @param sample rows of the file
   * @param harmless whether a cell of a column (position, text) is known to be an answer, such as a
   *     level that the study names; such cells are not looked at
   */
  public List<Suspect> of(Header header, Sample sample, BiPredicate<Integer, String> harmless) {
    List<Suspect> found = new ArrayList<>();
    for (int i = 0; i < header.columns().size(); i++) {
      String name = header.columns().get(i);
      String text = header.questions().get(i).text();
      Optional<Kind> byName = names.of(name).or(() -> names.of(text));
      int column = i;
      Optional<Kind> kind =
          byName.or(() -> byValues(sample.column(column), v -> harmless.test(column, v)));
      kind.ifPresent(k -> found.add(new Suspect(column, name, k, byName.isPresent())));
    }
    return found;
  }

  /**
   * Rare remarks beside answers that the study names are "other, please say": they are made a level
   * or no answer, and no more. Addresses, numbers and the like are refused among them all the same.
   */
  private Optional<Kind> byValues(List<String> cells, Predicate<String> harmless) {
    List<String> filled = cells.stream().filter(c -> !c.isBlank()).toList();
    List<String> rest = filled.stream().filter(c -> !harmless.test(c)).toList();
    boolean few = rest.size() <= MOST_REMARKS * filled.size();
    return values.of(rest).filter(k -> !few || (k != Kind.FREE_TEXT && k != Kind.NEAR_UNIQUE));
  }
}
