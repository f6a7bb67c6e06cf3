package org.caretally.intake.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.caretally.intake.Header;
import org.junit.jupiter.api.Test;

/** Rare remarks beside named answers are no alarm; what names a person among them is. */
class RemarksTest {
  private static final Header HEADER = new Header("f", ',', List.of("Work"), 0, 1, false);

  private static List<Suspect> scan(int answers, List<String> remarks) {
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < answers; i++) {
      rows.add(List.of(i % 2 == 0 ? "In a hospital with beds" : "In a clinic"));
    }
    remarks.forEach(r -> rows.add(List.of(r)));
    return new IdentityScan().of(HEADER, new Sample(rows), (c, text) -> text.startsWith("In a "));
  }

  private static List<String> many(int n, String start, String end) {
    List<String> all = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      all.add(start + (char) ('a' + i) + end);
    }
    return all;
  }

  @Test
  void fewRemarksAreNoFreeText() {
    List<String> remarks = many(10, "between two places, mostly at ", " and sometimes elsewhere");
    assertEquals(List.of(), scan(90, remarks));
    assertEquals(List.of(Kind.FREE_TEXT), scan(20, remarks).stream().map(Suspect::kind).toList());
  }

  @Test
  void anAddressAmongFewRemarksIsRefused() {
    List<String> mails = many(10, "write to ", "x@example.org");
    assertEquals(List.of(Kind.EMAIL), scan(90, mails).stream().map(Suspect::kind).toList());
  }

  @Test
  void randomKeysAreNoNationalNumbers() {
    Random random = new Random(5);
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < 1_190; i++) {
      rows.add(List.of("r" + Integer.toHexString(random.nextInt() | 0x10000000)));
    }
    rows.add(List.of("ra123456b"));
    Header header = new Header("f", ',', List.of("about/respondent_id"), 0, 1, false);
    List<Suspect> found = new IdentityScan().of(header, new Sample(rows), (c, text) -> false);
    assertEquals(List.of(Kind.RESPONSE_NUMBER), found.stream().map(Suspect::kind).toList());
    Header other = new Header("f", ',', List.of("code"), 0, 1, false);
    found = new IdentityScan().of(other, new Sample(rows), (c, text) -> false);
    assertEquals(List.of(Kind.NEAR_UNIQUE), found.stream().map(Suspect::kind).toList());
  }
}
