package org.caretally.report;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.caretally.report.Variants.Variant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SameBytesTest {
  @TempDir Path root;

  @ParameterizedTest
  @MethodSource("org.caretally.report.Variants#all")
  void everyLocaleGivesTheSameBytes(Variant variant) throws Exception {
    Map<String, byte[]> first = write(variant, "first");
    Locale locale = Locale.getDefault();
    TimeZone zone = TimeZone.getDefault();
    try {
      TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Chatham"));
      for (String tag : List.of("de-DE", "tr-TR", "ar-EG-u-nu-arab")) {
        Locale.setDefault(Locale.forLanguageTag(tag));
        Map<String, byte[]> again = write(variant, tag);
        assertEquals(first.keySet(), again.keySet());
        for (String file : first.keySet()) {
          assertArrayEquals(first.get(file), again.get(file), file + " under " + tag);
        }
      }
    } finally {
      Locale.setDefault(locale);
      TimeZone.setDefault(zone);
    }
  }

  private Map<String, byte[]> write(Variant variant, String name) throws IOException {
    Path folder = Files.createDirectories(root.resolve(name));
    ReportWriter.write(variant.input(), folder);
    Map<String, byte[]> files = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.filter(Files::isRegularFile).toList()) {
        files.put(folder.relativize(path).toString(), Files.readAllBytes(path));
      }
    }
    return files;
  }

  @Test
  void aMachineWithoutFontsGivesTheSameBytes() throws Exception {
    Map<String, byte[]> here = write(new Variant("ordinary", Fixture.ordinary()), "here");
    Path empty = root.resolve("empty.conf");
    Files.writeString(
        empty,
        "<?xml version=\"1.0\"?><!DOCTYPE fontconfig SYSTEM \"fonts.dtd\"><fontconfig></fontconfig>");
    Path there = Files.createDirectories(root.resolve("there"));
    Path home = Files.createDirectories(root.resolve("home"));
    String classes =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Duser.home=" + home,
            "-Duser.language=tr",
            "-cp",
            classes,
            WriteOrdinary.class.getName(),
            there.toString());
    builder.environment().put("FONTCONFIG_FILE", empty.toString());
    builder.redirectErrorStream(true).redirectOutput(root.resolve("log.txt").toFile());
    Process process = builder.start();
    try {
      assertTrue(process.waitFor(120, TimeUnit.SECONDS), "no answer");
    } finally {
      process.destroyForcibly();
    }
    assertEquals(0, process.exitValue(), Files.readString(root.resolve("log.txt")));
    assertArrayEquals(here.get("report.html"), Files.readAllBytes(there.resolve("report.html")));
  }

  @Test
  void filesBeginWithTheAgreedColumns() throws Exception {
    ReportWriter.write(Fixture.ordinary(), root);
    List<String> estimates = Files.readAllLines(root.resolve("tables/estimates.csv"));
    assertTrue(
        estimates
            .get(0)
            .startsWith(
                "wave,domain,level,measure,statistic,estimate,std_error,ci_low,ci_high,ci_method,df,n,"
                    + "n_eff,deff,status,reason,"));
    List<String> pairs = Files.readAllLines(root.resolve("tables/correlations.csv"));
    assertTrue(
        pairs
            .get(0)
            .startsWith(
                "wave,domain,level,x,y,method,estimate,std_error,ci_low,ci_high,df,n,p_value,"
                    + "p_adjusted,status,reason,"));
    assertEquals(Fixture.ordinary().estimates().rows().size(), estimates.size() - 1);
    for (String line : estimates) {
      assertFalse(line.contains("[c]"), line);
    }
    String bytes = Files.readString(root.resolve("tables/estimates.csv"));
    assertFalse(bytes.contains("\r"));
    assertFalse(bytes.startsWith("\uFEFF"));
  }
}
