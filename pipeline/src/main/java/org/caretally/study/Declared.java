package org.caretally.study;

import java.math.BigDecimal;
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
import org.caretally.intake.RecodeDecoder;
import org.caretally.intake.TimePattern;
import org.caretally.intake.YearsDecoder;

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
    Decoder decoder =
        column
            .treatment()
            .years()
            .map(y -> years(y, range))
            .orElseGet(
                () ->
                    new NumberDecoder(
                        range.min(),
                        range.max(),
                        range.decimals(),
                        range.factor(),
                        range.outside()));
    return new Declared(variable, decoder, accepted(column, range));
  }

  private static Decoder years(Treatment.Years years, Study.NumberRange range) {
    return new YearsDecoder(
        new TimePattern(years.pattern()), years.until(), range.min(), range.max(), range.outside());
  }

  private static String accepted(Study.Column column, Study.NumberRange range) {
    String limits = range.min() + " to " + range.max();
    if (column.treatment().years().isPresent()) {
      return "a date written "
          + column.treatment().years().get().pattern()
          + ", from which "
          + limits
          + " years had passed";
    }
    if (range.factor().compareTo(BigDecimal.ONE) != 0) {
      return "a number that, times " + range.factor().toPlainString() + ", is from " + limits;
    }
    return "a number from " + limits + " with at most " + range.decimals() + " decimals";
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
    Decoder decoder =
        column
            .treatment()
            .recode()
            .map(r -> recode(r, column.treatment(), texts, byId))
            .orElseGet(() -> new LevelDecoder(texts));
    return new Declared(variable, decoder, accepted);
  }

  /** The mapping names levels as they were before some were merged. */
  private static Decoder recode(
      Treatment.Recode recode,
      Treatment treatment,
      Map<String, Integer> texts,
      Map<String, Integer> byId) {
    Map<String, Integer> table = new LinkedHashMap<>();
    recode
        .table()
        .forEach((from, to) -> table.put(from, to.isEmpty() ? -1 : at(to, treatment, byId)));
    return switch (recode.unmapped()) {
      case STOP -> RecodeDecoder.strict(texts, table, recode.folds());
      case MISSING -> RecodeDecoder.lenient(texts, table, recode.folds());
      case OTHER ->
          RecodeDecoder.others(texts, table, recode.folds(), at(recode.other(), treatment, byId));
    };
  }

  private static int at(String level, Treatment treatment, Map<String, Integer> byId) {
    return byId.get(TreatmentReader.merged(level, treatment.merged()));
  }
}
