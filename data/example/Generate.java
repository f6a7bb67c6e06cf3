import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * Writes the synthetic example survey: three yearly waves of mental health professionals.
 *
 * <pre>java Generate.java [--seed N] [--people N] [--out FOLDER]</pre>
 *
 * <p>People per wave default to 2,300. The same arguments give the same bytes everywhere: random
 * bits come from {@link SplittableRandom#nextLong()} alone, functions from {@link StrictMath}, and
 * numbers are written digit by digit. Nobody real is described; README.md lists what was planted.
 */
public final class Generate {
  static final int[] YEARS = {2024, 2025, 2026};
  static final int[] PEERS = {7, 9, 14};
  static final int EXACT_COPIES = 6;
  static final int CONFLICTS = 3;

  private final Noise noise;
  private final int people;
  private final List<Scale> sheet = Sheet.all();
  private final Set<String> ids = new HashSet<>();

  private Generate(long seed, int people) {
    this.noise = new Noise(seed);
    this.people = people;
  }

  /** Reads the arguments and writes {@code survey.csv} into the folder. */
  public static void main(String[] args) throws IOException {
    long seed = 20260301;
    int people = 2300;
    Path out = Path.of("data", "example");
    for (int i = 0; i + 1 < args.length; i += 2) {
      switch (args[i]) {
        case "--seed" -> seed = Long.parseLong(args[i + 1]);
        case "--people" -> people = Integer.parseInt(args[i + 1]);
        case "--out" -> out = Path.of(args[i + 1]);
        default -> throw new IllegalArgumentException("unknown argument " + args[i]);
      }
    }
    if (args.length % 2 == 1 || people < 200) {
      throw new IllegalArgumentException("use --seed N, --people N (200 or more), --out FOLDER");
    }
    Files.createDirectories(out);
    String text = new Generate(seed, people).text();
    Files.write(out.resolve("survey.csv"), text.getBytes(StandardCharsets.US_ASCII));
  }

  private String text() {
    List<Agency> agencies = Agency.all(noise.fork());
    StringBuilder text = new StringBuilder(7_000_000);
    text.append("respondent_id,year,region,setting,agency,stratum,agencies_in_stratum,weight,");
    text.append("profession,gender,age,tenure_years");
    for (Scale scale : sheet) {
      scale.columns().forEach(column -> text.append(',').append(column));
    }
    text.append('\n');
    for (int wave = 0; wave < YEARS.length; wave++) {
      wave(wave, agencies).forEach(row -> text.append(row).append('\n'));
    }
    return text.toString();
  }

  private List<String> wave(int wave, List<Agency> agencies) {
    List<Person> members = new ArrayList<>();
    Noise draw = noise.fork();
    double total = agencies.stream().mapToDouble(Agency::share).sum();
    for (Agency agency : agencies) {
      int sampled = Math.max(3, (int) StrictMath.rint(people * agency.share() / total));
      for (int i = 0; i < sampled; i++) {
        members.add(Person.draw(agency, wave, agency.staffPerAnswer(sampled), draw.fork()));
      }
    }
    makePeers(members, PEERS[wave], draw);
    double mean = members.stream().mapToDouble(Person::rawWeight).average().orElseThrow();
    List<String> rows = new ArrayList<>();
    for (Person person : members) {
      rows.add(row(newId(draw), person, mean, draw.fork()));
    }
    for (int i = 0; i < (EXACT_COPIES + CONFLICTS) / YEARS.length; i++) {
      addDuplicate(rows, members, mean, wave * 3 + i < EXACT_COPIES, draw);
    }
    draw.shuffle(rows);
    return rows;
  }

  /** Peer support workers are few and counted by hand, so that a small group is certain. */
  private static void makePeers(List<Person> members, int count, Noise draw) {
    for (int made = 0; made < count; ) {
      int at = draw.below(members.size());
      if (members.get(at).profession() != Person.PEER) {
        members.set(at, members.get(at).as(Person.PEER));
        made++;
      }
    }
  }

  private void addDuplicate(
      List<String> rows, List<Person> members, double mean, boolean exact, Noise draw) {
    int at = draw.below(members.size());
    while (members.get(at).profession() == Person.PEER) {
      at = draw.below(members.size());
    }
    String first = rows.get(at);
    String id = first.substring(0, first.indexOf(','));
    rows.add(exact ? first : row(id, members.get(at), mean, draw.fork()));
  }

  private String newId(Noise draw) {
    String id;
    do {
      id = "r" + Long.toHexString(draw.bits() >>> 32 | 1L << 32).substring(1);
    } while (!ids.add(id));
    return id;
  }

  private String row(String id, Person person, double meanWeight, Noise draw) {
    List<String> cells = new ArrayList<>(260);
    cells.add(id);
    person.describe(cells, meanWeight, draw);
    double[] traits = person.traits();
    int size = sheet.size();
    int stop = draw.unit() < 0.04 ? 1 + draw.below(size - 1) : size;
    for (int s = 0; s < size; s++) {
      Scale scale = sheet.get(s);
      String[] answers = scale.answer(person, traits, draw);
      boolean skipped = s > 0 && draw.unit() < 0.008;
      for (int i = 0; i < answers.length; i++) {
        boolean blank = skipped || s > stop || (s == stop && i >= answers.length / 2);
        cells.add(blank ? "" : Dirt.on(answers[i], scale.missingRate(i), draw));
      }
    }
    return String.join(",", cells);
  }
}

/** Random numbers that are the same on every machine. */
final class Noise {
  private final SplittableRandom random;

  Noise(long seed) {
    random = new SplittableRandom(seed);
  }

  Noise fork() {
    return new Noise(random.nextLong());
  }

  long bits() {
    return random.nextLong();
  }

  /** Uniform in [0, 1). */
  double unit() {
    return (random.nextLong() >>> 11) * 0x1p-53;
  }

  /** Uniform whole number in 0 .. limit - 1. */
  int below(int limit) {
    return (int) (unit() * limit);
  }

  /** Standard normal (Box and Muller). */
  double normal() {
    double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - unit()));
    return radius * StrictMath.cos(2 * StrictMath.PI * unit());
  }

  /** Position in cumulative shares. */
  int pick(double... shares) {
    double left = unit();
    for (int i = 0; i < shares.length - 1; i++) {
      left -= shares[i];
      if (left < 0) {
        return i;
      }
    }
    return shares.length - 1;
  }

  void shuffle(List<String> list) {
    for (int i = list.size() - 1; i > 0; i--) {
      list.set(i, list.set(below(i + 1), list.get(i)));
    }
  }
}

/**
 * A sampled agency; the same 90 answer every year.
 *
 * @param name code of the agency
 * @param region 0 to 3
 * @param large whether it lies in the stratum of large agencies
 * @param inPopulation agencies in the stratum's population
 * @param sampledInStratum sampled agencies of the stratum
 * @param staff people working there
 * @param setting usual setting of its staff
 * @param distress agency effect on general distress
 * @param strain agency effect on work strain
 * @param climate agency effect on resources and climate
 */
record Agency(
    String name,
    int region,
    boolean large,
    int inPopulation,
    int sampledInStratum,
    int staff,
    int setting,
    double distress,
    double strain,
    double climate) {
  static final String[] REGIONS = {"North", "East", "South", "West"};
  private static final int[] SAMPLED = {12, 12, 11, 12, 10, 11, 12, 10};
  private static final int[] POPULATION = {41, 19, 36, 20, 29, 18, 44, 16};

  static List<Agency> all(Noise noise) {
    List<Agency> list = new ArrayList<>();
    for (int h = 0; h < SAMPLED.length; h++) {
      boolean large = h % 2 == 1;
      for (int i = 0; i < SAMPLED[h]; i++) {
        double size = StrictMath.exp(0.4 * noise.normal());
        int staff = (int) ((large ? 130 : 26) * size);
        int setting = noise.pick(0.34, 0.2, 0.14, 0.12, 0.1, 0.1);
        String name = "A" + (101 + 7 * list.size());
        list.add(
            new Agency(
                name,
                h / 2,
                large,
                POPULATION[h],
                SAMPLED[h],
                Math.min(420, Math.max(9, staff)),
                setting,
                noise.normal(),
                noise.normal(),
                noise.normal()));
      }
    }
    return list;
  }

  String stratum() {
    return REGIONS[region] + (large ? " large" : " small");
  }

  /** Share of the sample: small agencies answer nearly whole, large ones are capped softly. */
  double share() {
    return large ? 26 + 0.03 * staff : 5 + 0.4 * staff;
  }

  double staffPerAnswer(int answers) {
    return (double) inPopulation / sampledInStratum * staff / answers;
  }
}

/** One person of one wave, before any question is asked. */
record Person(
    Agency agency,
    int wave,
    int profession,
    int gender,
    int setting,
    int age,
    int tenure,
    double factor,
    Noise own) {
  static final int PEER = 5;
  static final String[] PROFESSIONS = {
    "Therapist",
    "Counsellor",
    "Psychologist",
    "Social worker",
    "Psychiatric nurse",
    "Peer support worker"
  };
  static final String[] GENDERS = {"Woman", "Man", "Non-binary", "Another gender", ""};
  static final String[] SETTINGS = {
    "Community clinic", "\"Hospital, inpatient\"", "\"Hospital, outpatient\"",
    "Residential care", "School or university", "Telehealth"
  };
  private static final double[] STRAIN = {-0.05, 0, -0.2, 0.15, 0.2, 0.1};
  private static final double[] SETTING_STRAIN = {0.05, 0.2, 0, 0.1, -0.15, -0.1};
  private static final double[] GENDER_DISTRESS = {0.06, -0.12, 0.4, 0.3, 0.1};
  private static final double[] ANSWERS_LESS = {1, 1.05, 0.9, 1.1, 1.25, 1};

  static Person draw(Agency agency, int wave, double factor, Noise own) {
    int profession = own.pick(0.27, 0.2, 0.17, 0.2, 0.16);
    int gender = own.pick(0.735, 0.22, 0.028, 0.009, 0.008);
    int setting = own.unit() < 0.82 ? agency.setting() : own.below(SETTINGS.length);
    int age = clamp(43 + 11.5 * own.normal(), 22, 74);
    double years = StrictMath.max(0, age - 25) * (0.15 + 0.55 * own.unit()) + own.unit() * 2;
    return new Person(
        agency, wave, profession, gender, setting, age, clamp(years, 0, 45), factor, own);
  }

  Person as(int other) {
    return new Person(agency, wave, other, gender, setting, age, tenure, factor, own);
  }

  double rawWeight() {
    return factor * ANSWERS_LESS[profession] * (age < 35 ? 1.15 : 0.97);
  }

  void describe(List<String> cells, double meanWeight, Noise draw) {
    double weight = StrictMath.min(4, StrictMath.max(0.5, rawWeight() / meanWeight));
    cells.add(Integer.toString(Generate.YEARS[wave]));
    cells.add(Agency.REGIONS[agency.region()]);
    cells.add(draw.unit() < 0.01 ? "" : SETTINGS[setting]);
    cells.add(agency.name());
    cells.add(agency.stratum());
    cells.add(Integer.toString(agency.inPopulation()));
    cells.add(decimal((int) StrictMath.rint(weight * 1000), 3));
    cells.add(PROFESSIONS[profession] + (draw.unit() < 0.004 ? " " : ""));
    cells.add(genderText(draw));
    cells.add(draw.unit() < 0.015 ? "" : Integer.toString(age));
    cells.add(draw.unit() < 0.015 ? "" : Integer.toString(tenure));
  }

  private String genderText(Noise draw) {
    double dirt = draw.unit();
    if (gender == 4) {
      return dirt < 0.7 ? "Prefer not to answer" : "";
    }
    if (gender == 0 && dirt < 0.01) {
      return "Female";
    }
    return GENDERS[gender] + (dirt > 0.996 ? " " : "");
  }

  /** What stands behind the answers; each trait has mean near 0 and variance near 1. */
  double[] traits() {
    double[] t = new double[Trait.values().length];
    Noise n = new Noise(own.bits());
    double support = n.normal();
    double mindful = n.normal();
    double load = n.normal();
    double climate = 0.38 * agency.climate() + 0.92 * n.normal();
    double strain =
        0.36 * agency.strain()
            + 0.21 * load
            - 0.25 * climate
            + 0.85 * n.normal()
            + STRAIN[profession]
            + SETTING_STRAIN[setting];
    double distress =
        0.36 * agency.distress()
            - 0.38 * support
            - 0.36 * mindful
            - 0.11 * climate
            + 0.77 * n.normal()
            - 0.012 * (age - 43)
            + GENDER_DISTRESS[gender];
    Trait.set(t, Trait.LOAD, load, 0, n);
    Trait.set(t, Trait.NETWORK, support, 0, n);
    Trait.set(t, Trait.MINDFUL, mindful, 0, n);
    Trait.set(t, Trait.CLIMATE, climate, 0.2, n);
    Trait.set(t, Trait.RESOURCES, 0.9 * climate, 0.42, n);
    Trait.work(t, strain, distress, wave, n);
    Trait.health(t, strain, distress, n);
    double skill = StrictMath.min(1.5, (tenure - 9) / 8.0);
    Trait.set(t, Trait.IMPOSTOR, 0.52 * distress - 0.22 * skill, 0.8, n);
    Trait.set(t, Trait.LONELY, 0.5 * distress - 0.38 * support, 0.7, n);
    double monthly = 0.45 * climate + 0.28 * wave - 0.1 * strain;
    Trait.set(t, Trait.SUPERVISION, monthly, 0.87, n);
    Trait.set(t, Trait.THERAPY, 0.2 * distress + (profession < 3 ? 0.35 : -0.2), 0.95, n);
    Trait.set(t, Trait.DETACH, 0.2 * mindful - 0.42 * strain - 0.25 * distress, 0.82, n);
    Trait.set(t, Trait.MANAGEABLE, 0.3 * climate - 0.35 * strain - 0.35 * load, 0.75, n);
    return t;
  }

  static int clamp(double value, int low, int high) {
    return (int) StrictMath.max(low, StrictMath.min(high, StrictMath.rint(value)));
  }

  /** A whole number of 10^-places, written as a decimal. */
  static String decimal(int scaled, int places) {
    String digits = Integer.toString(scaled);
    String padded = "0".repeat(Math.max(0, places + 1 - digits.length())) + digits;
    int point = padded.length() - places;
    return padded.substring(0, point) + "." + padded.substring(point);
  }
}

/** What the questions measure. */
enum Trait {
  LOAD,
  NETWORK,
  MINDFUL,
  CLIMATE,
  RESOURCES,
  SUPERVISION,
  THERAPY,
  DETACH,
  MANAGEABLE,
  BURNOUT,
  EXHAUSTION,
  CLIENT_BURNOUT,
  STS,
  VICARIOUS,
  SATISFACTION,
  STRESS,
  BOUNDARY,
  DEPRESSION,
  ANXIETY,
  SOCIAL,
  PANIC,
  IMPOSTOR,
  LONELY,
  INSOMNIA,
  SLEEPINESS,
  ALCOHOL,
  DRUGS;

  /** Burnout alone moves over the years: up in 2025, a little down in 2026. */
  private static final double[] BURNOUT_BY_YEAR = {0, 0.36, 0.24};

  static void set(double[] t, Trait trait, double systematic, double spread, Noise n) {
    t[trait.ordinal()] = systematic + spread * n.normal();
  }

  static void work(double[] t, double strain, double distress, int wave, Noise n) {
    double support = t[NETWORK.ordinal()];
    double shared = 0.3 * n.normal();
    double year = BURNOUT_BY_YEAR[wave];
    set(t, BURNOUT, 0.55 * distress + 0.68 * strain + shared + year, 0.33, n);
    set(t, EXHAUSTION, 0.62 * distress + 0.5 * strain + shared + year, 0.45, n);
    set(t, CLIENT_BURNOUT, 0.4 * distress + 0.55 * strain + shared + year, 0.6, n);
    double trauma = 0.5 * distress + 0.7 * strain - 0.13 * support;
    set(t, STS, trauma, 0.42, n);
    set(t, VICARIOUS, 0.62 * t[STS.ordinal()], 0.78, n);
    double resources = t[RESOURCES.ordinal()];
    set(t, SATISFACTION, 0.25 * resources - 0.5 * (t[BURNOUT.ordinal()] - year), 0.8, n);
    set(t, STRESS, 0.7 * distress + 0.42 * strain, 0.55, n);
    set(t, BOUNDARY, 0.2 * t[STS.ordinal()] + 0.4 * strain - 0.15 * resources, 0.8, n);
  }

  static void health(double[] t, double strain, double distress, Noise n) {
    set(t, DEPRESSION, 0.86 * distress + 0.2 * strain, 0.45, n);
    set(t, ANXIETY, 0.8 * distress + 0.12 * strain, 0.55, n);
    set(t, SOCIAL, 0.55 * t[ANXIETY.ordinal()], 0.82, n);
    set(t, PANIC, 0.65 * t[ANXIETY.ordinal()], 0.75, n);
    set(t, INSOMNIA, 0.58 * distress + 0.2 * strain, 0.76, n);
    set(t, SLEEPINESS, 0.35 * t[INSOMNIA.ordinal()] + 0.2 * distress, 0.86, n);
    set(t, ALCOHOL, 0.18 * distress + 0.08 * strain, 0.97, n);
    set(t, DRUGS, 0.28 * t[ALCOHOL.ordinal()] + 0.12 * distress, 0.93, n);
  }
}

/**
 * One question.
 *
 * @param column its column
 * @param trait what it measures
 * @param loading share of the trait in the answer, 0 to 1
 * @param shift added to every cut: above 0 is rarer
 * @param cuts bounds between the answers, ascending, in standard deviations
 * @param texts the answers, lowest first
 * @param reversed whether the answers run against the trait
 */
record Item(
    String column,
    Trait trait,
    double loading,
    double shift,
    double[] cuts,
    String[] texts,
    boolean reversed) {
  String answer(double[] traits, Noise n) {
    double noise = StrictMath.sqrt(1 - loading * loading) * n.normal();
    double felt = loading * traits[trait.ordinal()] + noise - shift;
    int at = 0;
    while (at < cuts.length && felt > cuts[at]) {
      at++;
    }
    return texts[reversed ? cuts.length - at : at];
  }
}

/** The questions of one instrument, and its skip pattern. */
record Scale(String id, List<Item> items) {
  List<String> columns() {
    return items.isEmpty() ? Sheet.NUMBERS.get(id) : items.stream().map(Item::column).toList();
  }

  double missingRate(int item) {
    return id.equals("phq9") && item == 8 ? 0.035 : 0.02;
  }

  String[] answer(Person person, double[] traits, Noise n) {
    if (items.isEmpty()) {
      return id.equals("hours") ? hours(person, traits, n) : sleep(traits, n);
    }
    String[] answers = items.stream().map(item -> item.answer(traits, n)).toArray(String[]::new);
    boolean none = answers[0].equals("0");
    if (id.equals("phq_pd") && none || id.equals("audit_c") && answers[0].equals("Never")) {
      Arrays.fill(answers, 1, answers.length, "");
    } else if (id.equals("dast10") && none) {
      // Some people who use nothing tick "no" all the way down, also where "no" would count.
      Arrays.fill(answers, 1, answers.length, n.unit() < 0.1 ? "0" : "");
    }
    return answers;
  }

  private static String[] hours(Person person, double[] traits, Noise n) {
    int[] usual = {27, 30, 21, 33, 26, 16};
    double load = traits[Trait.LOAD.ordinal()];
    int clients = Person.clamp(usual[person.profession()] + 9.5 * load, 0, 110);
    int contact = Person.clamp(21 + 4 * load + 4 * n.normal(), 2, 44);
    int admin = Person.clamp(9 + 2 * load + 3.2 * n.normal(), 0, 24);
    int total = contact + admin + Person.clamp(7 + 3 * n.normal(), 0, 16);
    return new String[] {
      Integer.toString(clients),
      Integer.toString(contact),
      Integer.toString(admin),
      Integer.toString(total)
    };
  }

  private static String[] sleep(double[] traits, Noise n) {
    double hours = 7.1 - 0.5 * traits[Trait.INSOMNIA.ordinal()] + 0.75 * n.normal();
    int halves = Person.clamp(2 * hours, 6, 24);
    return new String[] {
      halves % 2 == 0 ? Integer.toString(halves / 2) : Person.decimal(5 * halves, 1)
    };
  }
}

/** The questionnaire. */
final class Sheet {
  static final Map<String, List<String>> NUMBERS =
      Map.of(
          "hours", List.of("caseload", "contact_hours", "admin_hours", "weekly_hours"),
          "sleep", List.of("sleep_hours"));
  private static final String[] PHQ = {
    "Not at all", "Several days", "More than half the days", "Nearly every day"
  };
  private static final String[] OFTEN = {
    "Never/almost never", "Seldom", "Sometimes", "Often", "Always"
  };
  private static final String[] DEGREE = {
    "To a very low degree",
    "To a low degree",
    "Somewhat",
    "To a high degree",
    "To a very high degree"
  };
  private static final String[][] AUDIT = {
    {
      "Never",
      "Monthly or less",
      "2 to 4 times a month",
      "2 to 3 times a week",
      "4 or more times a week"
    },
    {"1 or 2", "3 or 4", "5 or 6", "\"7, 8, or 9\"", "10 or more"},
    {"Never", "Less than monthly", "Monthly", "Weekly", "Daily or almost daily"}
  };
  private static final Set<Integer> PROQOL_SATISFACTION =
      Set.of(3, 6, 12, 16, 18, 20, 22, 24, 27, 30);
  private static final Set<Integer> PROQOL_BURNOUT = Set.of(1, 4, 8, 10, 15, 17, 19, 21, 26, 29);
  private static final Set<Integer> PROQOL_REVERSED = Set.of(1, 4, 15, 17, 29);

  private final List<Scale> scales = new ArrayList<>();

  static List<Scale> all() {
    Sheet sheet = new Sheet();
    sheet.work();
    sheet.health();
    sheet.sleepAndSubstances();
    sheet.protective();
    return sheet.scales;
  }

  private void add(
      String id,
      int count,
      Trait trait,
      double loading,
      String[] texts,
      Set<Integer> reversed,
      double... cuts) {
    List<Item> items = new ArrayList<>();
    for (int i = 1; i <= count; i++) {
      items.add(item(id, i, trait, loading, 0, texts, reversed.contains(i), cuts));
    }
    scales.add(new Scale(id, items));
  }

  private static Item item(
      String id,
      int number,
      Trait trait,
      double loading,
      double rarer,
      String[] texts,
      boolean reversed,
      double... cuts) {
    double shift = (number * 3 % 5 - 2) * 0.1 + rarer;
    return new Item(id + "_" + number, trait, loading, shift, cuts, texts, reversed);
  }

  private static String[] codes(int from, int to) {
    String[] texts = new String[to - from + 1];
    Arrays.setAll(texts, i -> Integer.toString(from + i));
    return texts;
  }

  private void work() {
    scales.add(
        new Scale(
            "supervision",
            List.of(
                new Item(
                    "supervision",
                    Trait.SUPERVISION,
                    0.9,
                    0,
                    new double[] {-1.5, -0.3, 0.5, 1.4},
                    codes(0, 4),
                    false),
                new Item(
                    "personal_therapy",
                    Trait.THERAPY,
                    0.9,
                    0,
                    new double[] {-0.2, 0.8},
                    codes(0, 2),
                    false))));
    scales.add(new Scale("hours", List.of()));
    scales.add(
        new Scale(
            "manageable",
            List.of(
                new Item(
                    "caseload_manageable",
                    Trait.MANAGEABLE,
                    0.85,
                    0,
                    new double[] {-1.4, -0.4, 0.2, 1.4},
                    codes(1, 5),
                    false),
                new Item(
                    "expectations_manageable",
                    Trait.MANAGEABLE,
                    0.85,
                    0,
                    new double[] {-1.5, -0.6, 0.1, 1.3},
                    codes(1, 5),
                    false))));
    List<Item> proqol = new ArrayList<>();
    for (int i = 1; i <= 30; i++) {
      boolean reversed = PROQOL_REVERSED.contains(i);
      String[] texts = codes(1, 5);
      if (PROQOL_SATISFACTION.contains(i)) {
        proqol.add(
            item("proqol5", i, Trait.SATISFACTION, 0.7, 0, texts, false, -2.3, -1.6, -0.4, 0.8));
      } else if (PROQOL_BURNOUT.contains(i)) {
        proqol.add(
            item("proqol5", i, Trait.BURNOUT, 0.68, 0, texts, reversed, -0.75, 0.45, 1.45, 2.3));
      } else {
        proqol.add(item("proqol5", i, Trait.STS, 0.68, 0, texts, false, -0.7, 0.5, 1.4, 2.2));
      }
    }
    scales.add(new Scale("proqol5", proqol));
    scales.add(new Scale("cbi", cbi()));
    add("vts", 8, Trait.VICARIOUS, 0.68, codes(1, 7), Set.of(), -1.5, -0.9, -0.35, 0.3, 0.95, 1.7);
    add("boundary", 6, Trait.BOUNDARY, 0.65, codes(0, 4), Set.of(), -0.6, 0.3, 1.1, 1.9);
  }

  private static List<Item> cbi() {
    List<Item> items = new ArrayList<>();
    for (int i = 1; i <= 19; i++) {
      boolean degree = i >= 7 && i <= 9 || i >= 14 && i <= 17;
      Trait trait = i <= 6 ? Trait.EXHAUSTION : i <= 13 ? Trait.BURNOUT : Trait.CLIENT_BURNOUT;
      double rarer = i <= 6 ? -0.08 : i <= 13 ? 0.02 : 0.14;
      items.add(
          item(
              "cbi",
              i,
              trait,
              0.78,
              rarer,
              degree ? DEGREE : OFTEN,
              i == 13,
              -0.85,
              0.15,
              1.1,
              2.0));
    }
    return items;
  }

  private void health() {
    List<Item> phq = new ArrayList<>();
    for (int i = 1; i <= 9; i++) {
      phq.add(
          item("phq9", i, Trait.DEPRESSION, 0.72, i == 9 ? 1.15 : 0, PHQ, false, -0.02, 0.88, 1.5));
    }
    scales.add(new Scale("phq9", phq));
    add("gad7", 7, Trait.ANXIETY, 0.76, PHQ, Set.of(), 0.0, 0.95, 1.6);
    add("mini_spin", 3, Trait.SOCIAL, 0.78, codes(0, 4), Set.of(), 0.1, 0.9, 1.5, 2.1);
    List<Item> panic = new ArrayList<>();
    for (int i = 1; i <= 15; i++) {
      double cut = i == 1 ? 1.05 : i <= 4 ? 0.75 : 0.9;
      panic.add(item("phq_pd", i, Trait.PANIC, 0.8, 0, codes(0, 1), false, cut));
    }
    scales.add(new Scale("phq_pd", panic));
    add("pss10", 10, Trait.STRESS, 0.7, codes(0, 4), Set.of(4, 5, 7, 8), -1.1, -0.2, 0.8, 1.7);
    add("cips", 20, Trait.IMPOSTOR, 0.7, codes(1, 5), Set.of(), -1.2, -0.15, 0.65, 1.45);
    add("ucla3", 3, Trait.LONELY, 0.78, codes(1, 3), Set.of(), 0.15, 1.15);
  }

  private void sleepAndSubstances() {
    add("isi", 7, Trait.INSOMNIA, 0.75, codes(0, 4), Set.of(), -0.15, 0.7, 1.4, 2.1);
    add("ess", 8, Trait.SLEEPINESS, 0.65, codes(0, 3), Set.of(), -0.1, 0.9, 1.6);
    scales.add(new Scale("sleep", List.of()));
    double[][] cuts = {{-0.9, 0.1, 1.0, 1.9}, {0.7, 1.5, 2.1, 2.6}, {0.75, 1.4, 2.1, 2.8}};
    List<Item> audit = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      audit.add(new Item("audit_c_" + (i + 1), Trait.ALCOHOL, 0.8, 0, cuts[i], AUDIT[i], false));
    }
    scales.add(new Scale("audit_c", audit));
    List<Item> dast = new ArrayList<>();
    for (int i = 1; i <= 10; i++) {
      double cut = i == 1 ? 1.1 : i == 3 ? 2.3 : 1.7;
      dast.add(item("dast10", i, Trait.DRUGS, 0.75, 0, codes(0, 1), i == 3, cut));
    }
    scales.add(new Scale("dast10", dast));
  }

  private void protective() {
    add("maas15", 15, Trait.MINDFUL, 0.62, codes(1, 6), Set.of(), -2.0, -1.3, -0.5, 0.35, 1.4);
    add("req_detach", 4, Trait.DETACH, 0.78, codes(1, 5), Set.of(), -1.3, -0.4, 0.3, 1.3);
    double[] near = {-1.9, -0.6, 0.7};
    double[] care = {-1.9, -1.1, -0.4, 0.8};
    scales.add(
        new Scale(
            "osss3",
            List.of(
                new Item("osss3_1", Trait.NETWORK, 0.75, 0, near, codes(1, 4), false),
                new Item("osss3_2", Trait.NETWORK, 0.75, 0, care, codes(1, 5), false),
                new Item("osss3_3", Trait.NETWORK, 0.75, 0, care, codes(1, 5), false))));
    add(
        "spos8",
        8,
        Trait.RESOURCES,
        0.74,
        codes(0, 6),
        Set.of(2, 3, 5, 7),
        -1.7,
        -1.1,
        -0.5,
        0.0,
        0.65,
        1.5);
    add("psc4", 4, Trait.CLIMATE, 0.8, codes(1, 5), Set.of(), -1.4, -0.5, 0.2, 1.2);
  }
}

/** What happens to answers between the person and the file. */
final class Dirt {
  private static final Map<String, String> OTHER_SPELLING =
      Map.of(
          "Nearly every day", "Nearly everyday",
          "More than half the days", "Over half the days",
          "Never/almost never", "Never or almost never",
          "Seldom", "Rarely",
          "2 to 4 times a month", "2-4 times per month");

  private Dirt() {}

  static String on(String answer, double missingRate, Noise n) {
    double chance = n.unit();
    if (answer.isEmpty()) {
      return "";
    }
    if (chance < missingRate) {
      return missing(chance / missingRate);
    }
    double dirt = n.unit();
    boolean words = answer.length() > 3;
    if (dirt < 0.003) {
      return quoted(answer) ? answer : answer + " ";
    }
    if (dirt < 0.005) {
      return quoted(answer) ? answer : " " + answer;
    }
    if (words && dirt < 0.008) {
      return upper(answer);
    }
    return words && dirt < 0.014 ? OTHER_SPELLING.getOrDefault(answer, answer) : answer;
  }

  private static String missing(double which) {
    return which < 0.8 ? "" : which < 0.88 ? "-99" : which < 0.92 ? "NA" : "Prefer not to answer";
  }

  private static boolean quoted(String answer) {
    return answer.startsWith("\"");
  }

  /** Upper case without a locale; the answers are plain ASCII. */
  private static String upper(String answer) {
    char[] letters = answer.toCharArray();
    for (int i = 0; i < letters.length; i++) {
      if (letters[i] >= 'a' && letters[i] <= 'z') {
        letters[i] -= 32;
      }
    }
    return new String(letters);
  }
}
