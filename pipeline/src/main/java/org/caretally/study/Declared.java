package org.caretally.study;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.caretally.codebook.Direction;
import org.caretally.codebook.Level;
import org.caretally.codebook.Variable;
import org.caretally.intake.ChoiceDecoder;
import org.caretally.intake.Decoder;
import org.caretally.intake.LevelDecoder;
import org.caretally.intake.NumberDecoder;

/**
 * A declared variable with its decoder.
 *
 * @param variable what its cell means
 * @param decoder how its texts are read
 * @param accepted what is accepted, in words
 */
record Declared(Variable variable, Decoder decoder, String accepted) {

  static Declared of(Study.Column column) {
    return column.number().map(n -> number(column, n)).orElseGet(() -> levels(column));
  }

  private static Declared number(Study.Column column, Study.NumberRange range) {
    long grid = 1;
    for (int i = 0; i < range.decimals(); i++) {
      grid *= 10;
    }
    Direction direction = Direction.valueOf(range.higher().toUpperCase(Locale.ROOT));
    Variable variable =
        Variable.number(
            column.name(), column.label(), grid, range.min() * grid, range.max() * grid, direction);
    String accepted =
        "a number from "
            + range.min()
            + " to "
            + range.max()
            + " with at most "
            + range.decimals()
            + " decimals";
    NumberDecoder decoder = new NumberDecoder(range.min(), range.max(), range.decimals());
    return new Declared(variable, decoder, accepted);
  }

  private static Declared levels(Study.Column column) {
    List<Level> levels = new ArrayList<>();
    Map<String, Integer> byId = new LinkedHashMap<>();
    Map<String, Integer> texts = new LinkedHashMap<>();
    column
        .levels()
        .forEach(
            (text, id) -> {
              if (!byId.containsKey(id)) {
                byId.put(id, levels.size());
                levels.add(new Level(id, column.labels().getOrDefault(id, id)));
              }
              texts.put(text, byId.get(id));
            });
    Variable variable = Variable.levels(column.name(), column.label(), levels);
    if (column.choice().isPresent()) {
      ChoiceDecoder choice = column.choice().get().decoder();
      String several =
          "any of " + String.join(", ", choice.choices()) + ", with " + choice.separator();
      return new Declared(variable, choice, several + " between them");
    }
    String accepted = "one of " + String.join(", ", column.levels().keySet());
    return new Declared(variable, new LevelDecoder(texts), accepted);
  }
}
