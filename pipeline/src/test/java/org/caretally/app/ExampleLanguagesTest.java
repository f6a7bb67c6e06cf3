package org.caretally.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVRecord;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The report of the example in German and Spanish: every text of the page is looked at for English
 * words, whatever room wrote it. Left out is what the study wrote, and what is cited.
 */
class ExampleLanguagesTest {
  /** Words that no German and no Spanish sentence of ours has. */
  private static final Pattern ENGLISH =
      Pattern.compile(
          "(?iu)(?<![\\p{L}-])(the|of|and|with|for|from|are|were|than|that|this|which|who|whose|have"
              + "|been|by|between|where|each|every|any|not|shown|hidden|here|another|other|above"
              + "|below|higher|lower|people|answers?|asked|missing|score|groups?|rows?|shares?"
              + "|means?|weights?|least|most|used|changed|sort|table|figure)(?![\\p{L}-])");

  private static final List<String> CITED =
      List.of("The STROBE statement", "Journal of Medical Internet Research");

  @TempDir Path folder;

  private Path report(String language) throws Exception {
    Path study = folder.resolve("study");
    Runs.copy(Runs.ROOT.resolve("data/example"), study);
    Files.writeString(
        study.resolve("benchmarks.csv"),
        "instrument,scale,cutoff,value,ci_low,ci_high,source,year,population\n"
            + "phq9,total,10,12%,11%,13%,Qx,2020,Qx\n"
            + "phq9,total,12,0.2,,,Qx,2021,Qx\n"
            + "gad2,total,3,0.2,,,Qx,2021,Qx\n");
    Path file = study.resolve("study.yml");
    Files.writeString(
        file,
        Files.readString(file)
            + "language: "
            + language
            + "\ncomparators: [benchmarks.csv]\n"
            + "dispositions:\n"
            + "  2025: {complete: 600, partial: 30, refusal: 100, non_contact: 200, other: 20,"
            + " unknown: 50, e: 0.5}\n"
            + "  2026: {complete: 640, partial: 30, refusal: 330}\n");
    Runs.Result run =
        Runs.command("run", study.toString(), "--quiet", "--out", folder.resolve("out").toString());
    assertEquals(0, run.exit(), run.err());
    return Path.of(run.out().strip());
  }

  @ParameterizedTest
  @ValueSource(strings = {"de", "es"})
  void noEnglishIsLeft(String language) throws Exception {
    Path page = report(language);
    assertTrue(ENGLISH.matcher("wird in 2025 not asked in 2026").find());
    Pattern own = either(own(page.getParent()));
    List<String> left = new ArrayList<>();
    for (String text : texts(Jsoup.parse(Files.readString(page)))) {
      String rest = own.matcher(text).replaceAll(" ");
      if (ENGLISH.matcher(rest).find()) {
        left.add(rest);
      }
    }
    assertEquals(List.of(), left);
  }

  private static Set<String> texts(Document page) {
    page.select("style, script").remove();
    Set<String> texts = new TreeSet<>();
    page.traverse(
        (node, depth) -> {
          if (node instanceof TextNode text && !text.isBlank()) {
            texts.add(text.text().strip());
          } else if (node instanceof Element element) {
            for (String name : List.of("title", "aria-label", "alt", "data-sort")) {
              texts.add(element.attr(name));
            }
          }
        });
    assertTrue(texts.size() > 2000, "texts " + texts.size());
    return texts;
  }

  /** Returns what the study wrote and what is cited. */
  private Set<String> own(Path report) throws Exception {
    Set<String> own = new TreeSet<>(CITED);
    for (String line : Files.readAllLines(folder.resolve("study/study.yml"))) {
      String bare = line.strip().replaceFirst("^- ", "").replaceFirst("^[a-z_]+: ", "");
      own.add(bare.replaceAll("^\"|\"$", ""));
      own.addAll(List.of(line.split("[{}\\[\\]:,\"]+ ?")));
    }
    add(own, report, "instruments", "title", "citation");
    add(own, report, "coverage", "source");
    add(own, report, "estimates", "domain_label", "level_label");
    own.removeIf(text -> text.strip().length() < 3);
    return own;
  }

  private static void add(Set<String> own, Path report, String table, String... columns)
      throws Exception {
    for (CSVRecord row : Runs.table(report.resolve("tables/" + table + ".csv"))) {
      for (String column : columns) {
        own.add(row.get(column));
      }
    }
  }

  /** Returns a pattern of whole texts, the longest first; a label may have been made small. */
  private static Pattern either(Collection<String> texts) {
    List<String> longest = new ArrayList<>(texts.stream().map(String::strip).toList());
    longest.sort(Comparator.comparing(text -> -text.length()));
    String all = String.join("|", longest.stream().map(Pattern::quote).toList());
    return Pattern.compile("(?iu)(?<![\\p{L}])(" + all + ")(?![\\p{L}])");
  }
}
