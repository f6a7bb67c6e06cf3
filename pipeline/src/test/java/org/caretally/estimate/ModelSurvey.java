package org.caretally.estimate;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.caretally.codebook.Direction;
import org.caretally.codebook.Level;
import org.caretally.codebook.Missing;
import org.caretally.codebook.Variable;
import org.caretally.design.Design;
import org.caretally.design.LonelyPsu;
import org.caretally.design.Stratum;
import org.caretally.design.Weight;

/** A survey whose models {@code scripts/reference/models.R} fitted, or a made-up one. */
record ModelSurvey(
    String name, List<Variable> variables, List<Person> people, Map<String, Double> expected) {
  private static final List<String> DESIGN = List.of("stratum", "psu", "w", "fpc");
  private static final List<String> LEVELS = List.of("stype", "race", "age");

  /** One person, in the order in which a ledger takes them. */
  record Person(Stratum stratum, String psu, String fpc, long weight, long[] row) {}

  static ModelSurvey of(List<Variable> variables, List<Person> people) {
    return new ModelSurvey("", variables, people, Map.of());
  }

  /** A survey of a 2 × 2 table: exposed cases, exposed others, other cases, others. */
  static ModelSurvey table(int a, int b, int c, int d) {
    List<Person> people = new ArrayList<>();
    int[] cells = {a, b, c, d};
    for (int i = 0; i < 4; i++) {
      long[] row = {1 - i % 2, 1 - i / 2};
      Person person = new Person(new Stratum(""), "", "", Weight.ONE, row);
      people.addAll(Collections.nCopies(cells[i], person));
    }
    return of(
        List.of(
            Variable.yesNo("case", "case", Direction.WORSE),
            Variable.yesNo("exposed", "exposed", Direction.WORSE)),
        people);
  }

  static ModelSurvey read(String name) throws IOException {
    return read(name, "model-expected");
  }

  /** Reads a survey with the reference values of a file. */
  static ModelSurvey read(String name, String values) throws IOException {
    Map<String, Double> expected = new HashMap<>();
    records(values).forEach(r -> expected.put(r.get("key"), Double.valueOf(r.get("value"))));
    List<CSVRecord> records = records("model-" + name);
    List<String> names =
        records.get(0).getParser().getHeaderNames().stream()
            .filter(n -> !DESIGN.contains(n))
            .toList();
    List<Person> people = new ArrayList<>();
    for (CSVRecord r : records) {
      long[] row = names.stream().mapToLong(n -> code(r.get(n))).toArray();
      long weight = Weight.parse(r.get("w")).orElseThrow();
      people.add(
          new Person(new Stratum(r.get("stratum")), r.get("psu"), r.get("fpc"), weight, row));
    }
    List<Variable> variables = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      int at = i;
      variables.add(variable(names.get(i), people.stream().mapToLong(p -> p.row()[at]).max()));
    }
    return new ModelSurvey(name, variables, people, expected);
  }

  private static Variable variable(String name, java.util.OptionalLong max) {
    int most = (int) max.orElseThrow();
    if (LEVELS.contains(name)) {
      List<Level> levels =
          IntStream.rangeClosed(0, most)
              .mapToObj(Integer::toString)
              .map(c -> new Level(c, c))
              .toList();
      return Variable.levels(name, name, levels);
    }
    return most == 1
        ? Variable.yesNo(name, name, Direction.WORSE)
        : Variable.number(name, name, 1, 0, most, Direction.WORSE);
  }

  private static long code(String text) {
    return text.isEmpty() ? Missing.MARK : Long.parseLong(text);
  }

  private static List<CSVRecord> records(String name) throws IOException {
    CSVFormat format = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();
    var stream = ModelSurvey.class.getResourceAsStream("/reference/" + name + ".csv");
    try (CSVParser parser =
        CSVParser.parse(new InputStreamReader(stream, StandardCharsets.UTF_8), format)) {
      return parser.getRecords();
    }
  }

  int position(String variable) {
    return variables.stream().map(Variable::id).toList().indexOf(variable);
  }

  Model model(Model.Kind kind, String outcome, List<String> with) {
    List<Regressor> regressors =
        with.stream().map(n -> new Regressor(position(n), variables.get(position(n)))).toList();
    String id = kind.name().toLowerCase(Locale.ROOT);
    return new Model(id, kind, position(outcome), variables.get(position(outcome)), regressors);
  }

  Ledger ledger(List<Model> models, boolean persons) {
    return ledger(models, persons, people);
  }

  Ledger ledger(List<Model> models, boolean persons, List<Person> some) {
    Map<Cell, List<Estimator>> wanted =
        Map.of(Cell.EVERYBODY, List.of(new Mean(0, variables.get(0))));
    Ledger ledger = new Ledger(new Layout(wanted, persons, models));
    int[] everybody = {0};
    for (Person p : some) {
      ledger.add(p.stratum(), p.psu(), p.fpc(), p.weight(), everybody, p.row());
    }
    return ledger;
  }

  Regression regression(Model model, boolean persons) {
    return regression(model, ledger(List.of(model), persons));
  }

  Regression regression(Model model, Ledger ledger) {
    return regression(model, ledger, LonelyPsu.FAIL);
  }

  Regression regression(Model model, Ledger ledger, LonelyPsu lonely) {
    Sampling sampling = ledger.sampling(new Design(true, true, true, true, lonely));
    Mean first = new Mean(0, variables.get(0));
    return Regression.of(model, sampling, sampling.of(Cell.EVERYBODY, first).df());
  }

  boolean has(String key) {
    return expected.containsKey(key);
  }

  /** Fails unless a value is that of R, within a relative tolerance. */
  void same(String key, double value, double tolerance) {
    Double want = expected.get(key);
    if (want == null) {
      throw new AssertionError("no reference value " + key);
    }
    String[] parts = key.split("\\.", 3);
    Compared.same(
        new Compared.Source("model " + parts[1], parts[0], "R 4.2.2, survey 4.1.1"),
        key,
        want,
        value,
        tolerance);
  }
}
