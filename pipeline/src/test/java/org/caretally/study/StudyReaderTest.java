package org.caretally.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.caretally.codebook.Language;
import org.caretally.estimate.ProportionInterval;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Good study files are read in full, with the defaults that the reference page names. */
class StudyReaderTest {
  private static final String FULL =
      """
      version: 1
      id: example
      title: Wellbeing 2026
      population: Therapists and nurses
      organisation: Care Workers
      fieldwork: March 2026
      invited: 2400
      support: [Line one, "Line: two"]
      notes:
        - Collected online.
      wave: "2026"
      files: [{path: DEMO_J.csv, delimiter: ";"}, sub/DPQ_J.csv, {path: t.csv, delimiter: TAB}]
      key: SEQN
      missing: [NA, -99, "Prefer not to answer"]
      sex: sex
      columns:
        sex: {column: RIAGENDR, levels: {1: male, 2: female}, label: Sex}
        age: {column: RIDAGEYR, number: {min: 0, max: 80, decimals: 1, higher: better}, label: Age, missing: [777]}
        profession:
          column: Q3
          levels: {Nurse: nurse, "Registered nurse": nurse, Social worker: social_worker, no: no}
          labels: {nurse: Nurses}
        region: {levels: [North, South, 010, 12:30]}
        employed: {levels: {1: yes, 2: no}}
      instruments:
        phq9: "DPQ0{1..9}0"
        gad7: GAD7_{01..07}
        pss10: "Q14_{a..j}"
        isi: [sleep_1a, sleep_1b]
        audit_c: {columns: ["A{1,2}", "B{{x}}"], values: labels, max_missing: 0, rounding: false, cutoffs: {"total:screen_positive": 5.5}, scales: [total], variant: x, extra_labels: {"2": {"3-4 drinks": 1}}, allow_unverified: true, licence_confirmed: true}
      domains:
        sex: {of: sex}
        profession: profession
        age_group: {of: age, cuts: [18, 40.5, 60], labels: [a, b, c], label: Age group}
        sex_by_age: {of: [sex, age_group]}
        with_phq9: {where: [{variable: phq9.total, answered: true}], label: Answered the PHQ-9}
        nurses: {of: region, where: [{variable: employed, levels: [yes]}, {variable: age, min: 18, max: 60}]}
      design: {weight: W, zero_weights: set_aside, strata: S, psu: P, fpc: N_h, lonely_psu: adjust, waves_share: same_agencies}
      analysis: {label: Adults, where: [{variable: age, min: 18}]}
      correlations: {method: both, measures: [phq9.total, age], pairs: [[age, gad7.total]], within: [nurses]}
      comparisons: {planned: [[sex, male, female]]}
      prevalence_interval: xlogit
      disclosure: {profile: strict, k: 7, waiver: "Allowed by the board"}
      reporting: {bias: Anonymous, funding: The association}
      licence: CC-BY-4.0
      language: de
      """;

  private static final String SMALL =
      """
      version: 1
      title: T
      population: P
      file: survey.csv
      instruments: {gad7: "G{1..7}"}
      """;

  @TempDir Path folder;

  private Study read(String text) throws IOException {
    return StudyReader.read(Files.writeString(folder.resolve("my study.yml"), text));
  }

  @Test
  void readsEveryKey() throws IOException {
    Study s = read(FULL);
    assertEquals("example", s.id());
    assertEquals(
        new Study.About(
            "Wellbeing 2026",
            "Therapists and nurses",
            "Care Workers",
            "March 2026",
            OptionalLong.of(2400),
            List.of("Line one", "Line: two"),
            List.of("Collected online."),
            Map.of("funding", "The association", "bias", "Anonymous"),
            "CC-BY-4.0",
            Language.DE),
        s.about());
    assertEquals(new Study.WaveSource("2026", Optional.empty()), s.wave());
    assertEquals(List.of("NA", "-99", "Prefer not to answer"), s.missing());
    assertEquals("SEQN", s.key().orElseThrow().name());
    assertEquals(13, s.key().orElseThrow().place().line());
    assertEquals("sex", s.sex().orElseThrow().name());
    assertEquals(
        List.of(Optional.of(';'), Optional.empty(), Optional.of('\t')),
        s.files().stream().map(f -> f.format().delimiter()).toList());
    assertEquals(folder.resolve("sub/DPQ_J.csv").toAbsolutePath(), s.files().get(1).path());
    assertEquals("sub/DPQ_J.csv", s.files().get(1).name());
    assertEquals(ProportionInterval.XLOGIT, s.interval());
    assertEquals(List.of("pearson", "spearman"), s.correlations().methods());
    ComparisonUse.Planned planned = s.comparisons().planned().get(0);
    assertEquals(
        "sex male female", String.join(" ", planned.domain(), planned.group(), planned.against()));
    assertEquals("strict", s.disclosure().profile());
    assertEquals(7, s.disclosure().k());
    assertEquals("Allowed by the board", s.disclosure().waiver());
  }

  @Test
  void readsColumns() throws IOException {
    Map<String, Study.Column> columns = read(FULL).columns();
    assertEquals(
        List.of("sex", "age", "profession", "region", "employed"), List.copyOf(columns.keySet()));
    assertEquals(
        Optional.of(
            new Study.NumberRange(
                0, 80, 1, "better", org.caretally.intake.Outside.STOP, java.math.BigDecimal.ONE)),
        columns.get("age").number());
    assertEquals(List.of("777"), columns.get("age").missing());
    assertEquals("RIDAGEYR", columns.get("age").column());
    assertEquals("region", columns.get("region").column());
    assertEquals("region", columns.get("region").label());
    assertEquals(
        List.of("Nurse", "Registered nurse", "Social worker", "no"),
        List.copyOf(columns.get("profession").levels().keySet()));
    assertEquals("no", columns.get("profession").levels().get("no"));
    assertEquals(Map.of("nurse", "Nurses"), columns.get("profession").labels());
    assertEquals(
        List.of("North", "South", "010", "12:30"),
        List.copyOf(columns.get("region").levels().values()));
  }

  @Test
  void readsInstruments() throws IOException {
    List<Study.InstrumentUse> uses = read(FULL).instruments();
    assertEquals(
        IntStream.rangeClosed(1, 9).mapToObj(i -> "DPQ0" + i + "0").toList(),
        uses.get(0).columns());
    assertEquals("GAD7_07", uses.get(1).columns().get(6));
    assertEquals("Q14_j", uses.get(2).columns().get(9));
    assertEquals(List.of("sleep_1a", "sleep_1b"), uses.get(3).columns());
    Study.InstrumentUse audit = uses.get(4);
    assertEquals(
        new Study.InstrumentUse(
            "audit_c",
            List.of("A1", "A2", "B{x}"),
            "labels",
            OptionalInt.empty(),
            Optional.of("x"),
            OptionalInt.of(0),
            false,
            Map.of("total:screen_positive", "5.5"),
            List.of(),
            Map.of("2", Map.of("3-4 drinks", "1")),
            List.of("total"),
            true,
            true,
            audit.place()),
        audit);
    assertEquals(30, audit.place().line());
    assertEquals("auto", uses.get(0).values());
    assertTrue(uses.get(0).rounding());
    assertFalse(uses.get(0).allowUnverified());
  }

  @Test
  void readsBreakdownsDesignAndCorrelations() throws IOException {
    Study s = read(FULL);
    assertEquals(
        List.of("sex", "profession", "age_group", "sex_by_age", "with_phq9", "nurses"),
        s.domains().stream().map(Study.DomainUse::id).toList());
    assertEquals("Sex", s.domains().get(0).label());
    assertEquals(List.of("18", "40.5", "60"), s.domains().get(2).cuts());
    assertEquals("Sex by age_group", s.domains().get(3).label());
    assertEquals(List.of(), s.domains().get(4).of());
    assertEquals(2, s.domains().get(5).where().size());
    assertEquals("N_h", s.design().fpc().orElseThrow().name());
    assertEquals("adjust", s.design().lonely());
    assertEquals("set_aside", s.design().zeroWeights());
    assertEquals("same_agencies", s.design().wavesShare());
    assertEquals("Adults", s.analysis().label());
    assertEquals("18", s.analysis().where().get(0).min());
    assertEquals(List.of("phq9.total", "age"), s.correlations().measures());
    assertEquals(List.of(List.of("age", "gad7.total")), s.correlations().pairs());
    assertEquals(List.of("nurses"), s.correlations().within());
    assertFalse(s.correlations().none());
  }

  @Test
  void fillsDefaults() throws IOException {
    Study s = read(SMALL);
    assertEquals("my-study", s.id());
    assertEquals("survey.csv", s.files().get(0).name());
    assertEquals(new Study.WaveSource("", Optional.empty()), s.wave());
    assertEquals(List.of(), s.missing());
    assertEquals("fail", s.design().lonely());
    assertEquals("error", s.design().zeroWeights());
    assertEquals("nothing", s.design().wavesShare());
    assertEquals(ProportionInterval.KORN_GRAUBARD, s.interval());
    assertEquals(List.of("pearson"), s.correlations().methods());
    assertEquals(List.of(), s.comparisons().planned());
    assertEquals("standard", s.disclosure().profile());
    assertEquals(11, s.disclosure().k());
    assertEquals("", s.analysis().label());
    assertFalse(s.correlations().none());
    assertTrue(read(SMALL + "correlations: none\n").correlations().none());
    assertEquals("public-use", read(SMALL + "disclosure: public-use\n").disclosure().profile());
    assertEquals(
        "year", read(SMALL + "wave: {column: year}\n").wave().column().orElseThrow().name());
    assertEquals("", read(SMALL + "organisation:\n").about().organisation());
  }

  @Test
  void readsTheStudyOfAFolder() throws IOException {
    Path of = Files.createDirectory(folder.resolve("care 2026"));
    Files.writeString(of.resolve("study.yml"), SMALL);
    Study s = StudyReader.read(of);
    assertEquals("care-2026", s.id());
    assertEquals(of.resolve("survey.csv").toAbsolutePath(), s.files().get(0).path());
    assertTrue(s.file().isAbsolute());
  }

  @Test
  void repeatsPartsByAnchors() throws IOException {
    Study s = read(SMALL + "columns:\n  a: {levels: &yn {1: yes, 2: no}}\n  b: {levels: *yn}\n");
    assertEquals(s.columns().get("a").levels(), s.columns().get("b").levels());
  }
}
