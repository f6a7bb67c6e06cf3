package org.caretally.estimate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.caretally.codebook.Direction;
import org.caretally.codebook.Missing;
import org.caretally.codebook.Variable;
import org.caretally.design.LonelyPsu;
import org.caretally.design.Stratum;
import org.caretally.design.Weight;
import org.caretally.estimate.ModelSurvey.Person;
import org.junit.jupiter.api.Test;

/** What regression models owe to the design, whatever the data. */
class RegressionLawsTest {
  @Test
  void packedAnswersComeBack() {
    Random random = new Random(11);
    for (int round = 0; round < 500; round++) {
      long[] cells =
          random.longs(1 + random.nextInt(6)).map(c -> c >> random.nextInt(64)).toArray();
      assertArrayEquals(cells, Profile.of(cells).cells(cells.length));
    }
    long[] ends = {Long.MIN_VALUE, Long.MAX_VALUE, 0, -1, 63, 64, -64, -65};
    assertArrayEquals(ends, Profile.of(ends).cells(ends.length));
  }

  @Test
  void anyOrderAndSplitGivesTheSameBits() throws IOException {
    ModelSurvey survey = ModelSurvey.read("nhanes");
    Model model = survey.model(Model.Kind.LOGISTIC, "chol", List.of("woman", "age", "race"));
    Ledger whole = survey.ledger(List.of(model), false);
    List<ModelLine> expected = survey.regression(model, false).lines();
    Random random = new Random(7);
    List<Person> people = new ArrayList<>(survey.people());
    for (int round = 0; round < 3; round++) {
      Collections.shuffle(people, random);
      int cut = random.nextInt(people.size());
      Ledger a = survey.ledger(List.of(model), false, people.subList(0, cut));
      Ledger b = survey.ledger(List.of(model), false, people.subList(cut, people.size()));
      Ledger merged = copy(b).merge(copy(a));
      assertEquals(whole, merged);
      assertEquals(expected, survey.regression(model, merged).lines());
    }
    assertFalse(whole.equals(survey.ledger(List.of(model), false, people.subList(1, 50))));
  }

  private static Ledger copy(Ledger ledger) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(ledger);
      out.flush();
      return (Ledger)
          new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray())).readObject();
    } catch (IOException | ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  /** People as PSUs equal the same people each in a cluster of one. */
  @Test
  void peopleAsUnits() throws IOException {
    ModelSurvey survey = ModelSurvey.read("apistrat");
    Model model = survey.model(Model.Kind.LOGISTIC, "target", List.of("ell", "stype"));
    List<ModelLine> people = survey.regression(model, true).lines();
    List<ModelLine> clusters = survey.regression(model, false).lines();
    for (int i = 0; i < people.size(); i++) {
      double se = clusters.get(i).estimate().standardError();
      assertEquals(se, people.get(i).estimate().standardError(), 1e-11 * se);
    }
  }

  @Test
  void weightsOnlyCountInProportion() throws IOException {
    ModelSurvey survey = ModelSurvey.read("apiclus1");
    Model model = survey.model(Model.Kind.LINEAR, "api00", List.of("ell", "stype"));
    List<ModelLine> plain = survey.regression(model, false).lines();
    List<Person> heavy =
        survey.people().stream()
            .map(p -> new Person(p.stratum(), p.psu(), p.fpc(), p.weight() * 4, p.row()))
            .toList();
    List<ModelLine> scaled =
        survey.regression(model, survey.ledger(List.of(model), false, heavy)).lines();
    for (int i = 0; i < plain.size(); i++) {
      double se = plain.get(i).estimate().standardError();
      assertEquals(se, scaled.get(i).estimate().standardError(), 1e-11 * se);
    }
  }

  /** A PSU without complete cases still counts: three of four PSUs alone give another variance. */
  @Test
  void psusWithoutCompleteCasesCount() {
    Variable y = Variable.number("y", "y", 1, 0, 50, Direction.WORSE);
    Model model = new Model("m", Model.Kind.LINEAR, 0, y, List.of(new Regressor(1, y)));
    List<Person> people = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      long[] row = {i % 7 + i / 4, i % 4 == 3 ? Missing.MARK : (i * 5) % 11};
      people.add(new Person(new Stratum(""), "p" + i % 4, "", Weight.ONE, row));
    }
    double four = se(model, people, y);
    people.removeIf(p -> p.psu().equals("p3"));
    double three = se(model, people, y);
    assertEquals(Math.sqrt(4.0 / 3 / (3.0 / 2)), four / three, 1e-9);
  }

  private static double se(Model model, List<Person> people, Variable y) {
    return ModelSurvey.of(List.of(y, y), people)
        .regression(model, false)
        .lines()
        .get(0)
        .estimate()
        .standardError();
  }

  @Test
  void lonelyStrata() throws IOException {
    ModelSurvey survey = ModelSurvey.read("nhanes");
    Model model = survey.model(Model.Kind.LOGISTIC, "chol", List.of("age"));
    List<Person> people = new ArrayList<>(survey.people());
    people.removeIf(p -> p.stratum().id().equals("75") && !p.psu().equals("1"));
    Ledger ledger = survey.ledger(List.of(model), false, people);
    double remove = survey.regression(model, ledger, LonelyPsu.REMOVE).fit().covariance(1, 1);
    double average = survey.regression(model, ledger, LonelyPsu.AVERAGE).fit().covariance(1, 1);
    double adjust = survey.regression(model, ledger, LonelyPsu.ADJUST).fit().covariance(1, 1);
    assertEquals(15.0 / 14, average / remove, 1e-12);
    assertTrue(adjust > remove);
  }
}
