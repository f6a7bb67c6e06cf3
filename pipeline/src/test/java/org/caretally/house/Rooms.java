package org.caretally.house;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The plan of the house: which rooms there are, which arrows are allowed, and which library lives
 * where. Allow-lists only: what is not named is forbidden. The rules are built for a base package,
 * so that the same rules can be turned on a house with planted violations.
 */
final class Rooms {
  /** For each room the rooms it may use; every room may use problem. */
  static final Map<String, List<String>> ARROWS = new LinkedHashMap<>();

  /** For each room the packages of libraries it may use besides java.*. */
  static final Map<String, List<String>> LIBRARIES = new LinkedHashMap<>();

  static {
    ARROWS.put("problem", List.of());
    ARROWS.put("codebook", List.of());
    ARROWS.put("instrument", List.of("codebook"));
    ARROWS.put("design", List.of("codebook"));
    ARROWS.put("intake", List.of("codebook"));
    ARROWS.put("estimate", List.of("design", "codebook"));
    ARROWS.put("disclosure", List.of("estimate", "design", "codebook"));
    ARROWS.put("report", List.of("disclosure", "codebook"));
    ARROWS.put(
        "study", List.of("codebook", "instrument", "intake", "design", "estimate", "disclosure"));
    ARROWS.put(
        "engine", List.of("study", "codebook", "intake", "instrument", "design", "estimate"));
    ARROWS.put(
        "app",
        List.of(
            "codebook",
            "study",
            "engine",
            "disclosure",
            "report",
            "instrument",
            "intake",
            "design",
            "estimate"));

    ARROWS.keySet().forEach(room -> LIBRARIES.put(room, List.of()));
    LIBRARIES.put("instrument", List.of("org.snakeyaml.engine.."));
    LIBRARIES.put("study", List.of("org.snakeyaml.engine.."));
    LIBRARIES.put("intake", List.of("org.apache.commons.csv.."));
    LIBRARIES.put("estimate", List.of("org.apache.commons.statistics.."));
    LIBRARIES.put("disclosure", List.of("org.ojalgo.."));
    LIBRARIES.put("engine", List.of("org.apache.spark..", "scala.."));
    LIBRARIES.put("app", List.of("picocli.."));
    LIBRARIES.put(
        "report",
        List.of(
            "org.knowm.xchart..",
            "tech.tablesaw..",
            "org.apache.commons.csv..",
            "com.fasterxml.jackson.core..",
            "gg.jte..",
            "com.ibm.icu.."));
  }

  /** For each library the packages of the report that may touch it. */
  static final Map<String, String> REPORT_LIBRARIES =
      Map.of(
          "org.knowm.xchart..", "report.chart",
          "tech.tablesaw..", "report.table",
          "org.apache.commons.csv..", "report.export",
          "com.fasterxml.jackson.core..", "report.export",
          "gg.jte..", "report.html",
          "com.ibm.icu..", "report.words");

  private Rooms() {}

  static Set<String> names() {
    return new TreeSet<>(ARROWS.keySet());
  }

  static ArchRule arrows(String base, String room) {
    List<String> allowed = new java.util.ArrayList<>();
    allowed.add("java..");
    allowed.add("javax..");
    allowed.add(base + "." + room + "..");
    allowed.add(base + ".problem..");
    ARROWS.get(room).forEach(r -> allowed.add(base + "." + r + ".."));
    allowed.addAll(LIBRARIES.get(room));
    return ArchRuleDefinition.classes()
        .that()
        .resideInAPackage(base + "." + room + "..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(allowed.toArray(String[]::new))
        .orShould()
        .onlyDependOnClassesThat(primitiveOrArray(allowed))
        .allowEmptyShould(true)
        .as("room " + room + " uses only " + allowed);
  }

  private static DescribedPredicate<JavaClass> primitiveOrArray(List<String> allowed) {
    return DescribedPredicate.describe(
        "allowed packages, also as arrays",
        c -> {
          JavaClass base = c.getBaseComponentType();
          return base.isPrimitive()
              || allowed.stream().anyMatch(p -> matches(p, base.getPackageName()));
        });
  }

  private static boolean matches(String pattern, String name) {
    String stem = pattern.substring(0, pattern.length() - 2);
    return name.equals(stem) || name.startsWith(stem + ".");
  }

  static ArchRule noCycles(String base) {
    return SlicesRuleDefinition.slices()
        .matching(base + ".(*)..")
        .should()
        .beFreeOfCycles()
        .allowEmptyShould(true);
  }

  static ArchRule libraryInItsRoom(String base, String library, String room) {
    return ArchRuleDefinition.noClasses()
        .that()
        .resideInAPackage(base + ".report..")
        .and()
        .resideOutsideOfPackage(base + "." + room + "..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage(library)
        .allowEmptyShould(true);
  }

  /** Only app prints, exits, reads the clock, the locale and the environment. */
  static ArchRule world(String base) {
    return ArchRuleDefinition.noClasses()
        .that()
        .resideInAPackage(base + "..")
        .and()
        .resideOutsideOfPackage(base + ".app..")
        .should()
        .callMethod(System.class, "exit", int.class)
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .callMethod(System.class, "nanoTime")
        .orShould()
        .callMethod(System.class, "getenv", String.class)
        .orShould()
        .callMethod(java.util.Locale.class, "getDefault")
        .orShould()
        .callMethod(java.time.Instant.class, "now")
        .orShould()
        .callMethod(java.time.LocalDate.class, "now")
        .orShould()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .orShould()
        .callMethod(Throwable.class, "printStackTrace")
        .allowEmptyShould(true);
  }

  static ArchRule noMutableStatics(String base) {
    return ArchRuleDefinition.fields()
        .that()
        .areDeclaredInClassesThat()
        .resideInAPackage(base + "..")
        .and()
        .areStatic()
        .should()
        .beFinal()
        .allowEmptyShould(true);
  }

  /** Nobody outside disclosure makes a publishable number. */
  static ArchRule oneGate(String base, Class<?>... cells) {
    Set<String> names = new TreeSet<>();
    for (Class<?> cell : cells) {
      names.add(cell.getName());
    }
    return ArchRuleDefinition.noClasses()
        .that()
        .resideOutsideOfPackage(base + ".disclosure..")
        .should()
        .callConstructorWhere(
            DescribedPredicate.describe(
                "makes " + names, call -> names.contains(call.getTargetOwner().getName())))
        .allowEmptyShould(true);
  }
}
