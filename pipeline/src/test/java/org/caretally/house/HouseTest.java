package org.caretally.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.caretally.disclosure.Shown;
import org.caretally.disclosure.Withheld;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The walls hold in the product, and each of them falls for a planted violation. */
class HouseTest {
  private static final String PRODUCT = "org.caretally";
  private static final String PLANTED = "org.caretally.house.planted";
  private static final Path SOURCES =
      Path.of(System.getProperty("caretally.root"), "pipeline/src/main/java/org/caretally");

  private static JavaClasses product;
  private static JavaClasses planted;

  @BeforeAll
  static void read() {
    product =
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(PRODUCT);
    planted = new ClassFileImporter().importPackages(PLANTED);
    assertTrue(product.size() > 50 && planted.size() > 5);
  }

  private static Map<String, ArchRule> walls(String base) {
    Map<String, ArchRule> walls = new LinkedHashMap<>();
    Rooms.names().forEach(room -> walls.put("arrows of " + room, Rooms.arrows(base, room)));
    Rooms.REPORT_LIBRARIES.forEach(
        (library, room) ->
            walls.put(library + " in " + room, Rooms.libraryInItsRoom(base, library, room)));
    walls.put("no cycles", Rooms.noCycles(base));
    walls.put("world", Rooms.world(base));
    walls.put("no mutable statics", Rooms.noMutableStatics(base));
    return walls;
  }

  @TestFactory
  Stream<DynamicTest> theProductKeepsEveryWall() {
    return walls(PRODUCT).entrySet().stream()
        .map(w -> DynamicTest.dynamicTest(w.getKey(), () -> w.getValue().check(product)));
  }

  @TestFactory
  Stream<DynamicTest> aPlantedViolationBringsEachWallDown() {
    return walls(PLANTED).entrySet().stream()
        .map(
            w ->
                DynamicTest.dynamicTest(
                    w.getKey(),
                    () -> assertThrows(AssertionError.class, () -> w.getValue().check(planted))));
  }

  @Test
  void onlyTheGateMakesPublishableNumbers() {
    Rooms.oneGate(PRODUCT, Shown.class, Withheld.class).check(product);
    ArchRule forForgers =
        Rooms.oneGate(PLANTED, org.caretally.house.planted.disclosure.Publishable.class);
    assertThrows(AssertionError.class, () -> forForgers.check(planted));
    for (Class<?> cell : new Class<?>[] {Shown.class, Withheld.class}) {
      assertTrue(Modifier.isFinal(cell.getModifiers()));
      assertTrue(
          Arrays.stream(cell.getDeclaredConstructors())
              .noneMatch(c -> Modifier.isPublic(c.getModifiers())));
      assertFalse(java.io.Serializable.class.isAssignableFrom(cell));
    }
  }

  @Test
  void theRoomsOnDiskAreThoseOfThePlan() throws IOException {
    Set<String> onDisk = new TreeSet<>();
    try (Stream<Path> folders = Files.list(SOURCES)) {
      folders.filter(Files::isDirectory).forEach(f -> onDisk.add(f.getFileName().toString()));
    }
    assertEquals(Rooms.names(), onDisk);
    for (String room : onDisk) {
      String info = Files.readString(SOURCES.resolve(room).resolve("package-info.java"));
      assertTrue(info.startsWith("/**"), room + " does not say what it is for");
    }
  }
}
