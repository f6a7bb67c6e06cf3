package org.caretally.study;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads what the study says for reporting checklists: one text for each key. */
final class ReportingReader {
  /** Its keys, each with a line that can be pasted. */
  static final Section KEYS =
      Section.of(
          "abstract: The title names the design",
          "background: \"Burnout is common in this work, and last counted in 2019\"",
          "report_version: \"1.1, 3 June 2026\"",
          "objectives: Prevalence of burnout and what goes with it",
          "study_design: \"Cross-sectional, all members of the association\"",
          "setting: Agencies of four regions",
          "participants: Members with at least one client",
          "bias: Answers were anonymous",
          "sample_size: Everybody was invited",
          "sensitivity: Results without one large agency are alike",
          "non_participation: \"Reasons were not asked for\"",
          "key_results: Burnout is as common as in 2019",
          "limitations: Half of those invited did not answer",
          "interpretation: What goes together need not be cause and effect",
          "generalisability: Members only",
          "funding: \"Paid for by the association, which had no say in the report\"",
          "ethics: \"Ethics board of the university, 2026-14\"",
          "consent: On the first page",
          "data_protection: \"Answers are kept for two years, without names\"",
          "development: Tried out with 12 members",
          "access: closed",
          "contact: \"E-mail, with one reminder\"",
          "advertising: Newsletter of the association",
          "mode: Questionnaire on the web",
          "website: Page of the association",
          "voluntary: yes",
          "incentives: none",
          "randomisation: none",
          "adaptive: \"Questions on alcohol end after the first no\"",
          "items_per_page: 8",
          "pages: 14",
          "completeness_check: Gaps were pointed out once",
          "review_step: Going back was possible",
          "unique_visitors: not counted",
          "view_rate: not known",
          "participation_rate: 61%",
          "completion_rate: 87%",
          "cookies: none",
          "ip_check: none",
          "log_files: not looked at",
          "registration: One link for each person",
          "atypical_times: not looked at");

  private ReportingReader() {}

  /** Returns the texts by key, in the order of the reference page. */
  static Map<String, String> read(Remarks remarks, Fields study) {
    Optional<Node> node = study.node("reporting");
    if (node.isEmpty()) {
      return Map.of();
    }
    Fields fields =
        Fields.read(
            remarks,
            node.get(),
            KEYS,
            "\"reporting\"",
            study.at("reporting"),
            Section.STUDY.example("reporting"));
    Map<String, String> texts = new LinkedHashMap<>();
    for (String key : KEYS.examples().keySet()) {
      fields.text(key).ifPresent(text -> texts.put(key, text));
    }
    return texts;
  }
}
