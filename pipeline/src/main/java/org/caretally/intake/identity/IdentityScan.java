package org.caretally.intake.identity;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.caretally.intake.Header;

/** Looks at every column of a file for what may say who a person is. */
public final class IdentityScan {
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
          byName.or(
              () ->
                  values.of(
                      sample.column(column).stream()
                          .filter(v -> !harmless.test(column, v))
                          .toList()));
      kind.ifPresent(k -> found.add(new Suspect(column, name, k, byName.isPresent())));
    }
    return found;
  }
}
