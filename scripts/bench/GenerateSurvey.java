import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * Writes a made-up survey of any size, to measure how fast the pipeline is.
 *
 * <pre>java GenerateSurvey.java --rows N --out FILE [--seed N]</pre>
 *
 * <p>Thirteen columns about the person and the sample, then 100 items of 14 made-up scales; {@code
 * study-generated.yml} describes them. Three scales are written as labels, the rest as codes. About
 * 3 % of the item cells are missing and 0.2 % are written untidily, some categories in another
 * case, and one id in 2,000 is that of the row before. Rows are made one after the other, so memory
 * does not grow with them. The same arguments give the same file.
 */
public final class GenerateSurvey {
  /** What a scale measures: distress, morale (its opposite, loosely) or alcohol. */
  private static final int DISTRESS = 0;

  private static final int MORALE = 1;
  private static final int ALCOHOL = 2;

  /**
   * A made-up scale.
   *
   * @param prefix start of its column names
   * @param items how many items
   * @param low lowest code
   * @param high highest code
   * @param loading how strongly an item follows the person, -1 to 1
   * @param source which of the person's three tendencies it follows
   * @param level above 0 makes high answers usual
   * @param labels answer texts from the lowest code on, or none
   */
  private record Scale(
      String prefix,
      int items,
      int low,
      int high,
      double loading,
      int source,
      double level,
      String... labels) {
    /** Bounds between neighbouring answers, on the standard normal scale. */
    double[] bounds() {
      int count = high - low;
      double[] bounds = new double[count];
      for (int i = 0; i < count; i++) {
        double evenly = count == 1 ? 0 : 3.0 * i / (count - 1) - 1.5;
        bounds[i] = evenly - level;
      }
      return bounds;
    }
  }

  private static final String[] HOW_OFTEN = {
    "Not at all", "Several days", "More than half the days", "Nearly every day"
  };
  private static final String[] AGREEMENT = {
    "Strongly disagree", "Disagree", "Neither agree nor disagree", "Agree", "Strongly agree"
  };
  private static final Scale[] SCALES = {
    new Scale("phq", 9, 0, 3, 0.75, DISTRESS, -1.1, HOW_OFTEN),
    new Scale("gad", 7, 0, 3, 0.75, DISTRESS, -0.9, HOW_OFTEN),
    new Scale("k6_", 6, 0, 4, 0.75, DISTRESS, -1.0),
    new Scale("who", 5, 0, 5, -0.7, DISTRESS, 0.4),
    new Scale("ee", 9, 0, 6, 0.7, DISTRESS, -0.2),
    new Scale("dp", 5, 0, 6, 0.55, DISTRESS, -1.0),
    new Scale("pa", 8, 0, 6, 0.6, MORALE, 0.7),
    new Scale("sts", 10, 1, 5, 0.65, DISTRESS, -0.4),
    new Scale("cs", 10, 1, 5, 0.65, MORALE, 0.6),
    new Scale("aud", 3, 0, 4, 0.7, ALCOHOL, -1.0),
    new Scale("pc", 5, 0, 1, 0.65, DISTRESS, -0.8),
    new Scale("isi", 7, 0, 4, 0.65, DISTRESS, -0.6),
    new Scale("brs", 6, 1, 5, 0.6, MORALE, 0.2),
    new Scale("js", 10, 1, 5, 0.6, MORALE, 0.3, AGREEMENT)
  };

  private static final String[] PROFESSIONS = {
    "Nurse",
    "Physician",
    "Social worker",
    "Paramedic",
    "Psychologist",
    "Counselor",
    "Case manager",
    "Nursing assistant",
    "Administrator",
    "Peer specialist"
  };
  private static final double[] PROFESSION_UP_TO = {
    0.30, 0.40, 0.54, 0.62, 0.68, 0.77, 0.84, 0.93, 0.98, 1
  };
  private static final double[] PROFESSION_DISTRESS = {
    0.15, 0, 0.1, 0.2, -0.2, -0.05, 0.1, 0.05, -0.3, 0
  };
  private static final String[] SETTINGS = {
    "\"Hospital, inpatient\"", "\"Hospital, outpatient\"", "Community clinic", "Long-term care",
    "Schools", "Emergency services", "Private practice", "Home health"
  };
  private static final double[] SETTING_UP_TO = {0.28, 0.42, 0.60, 0.72, 0.80, 0.89, 0.95, 1};
  private static final double[] SETTING_DISTRESS = {0.15, 0, 0.05, 0.1, -0.1, 0.25, -0.3, 0};
  private static final String[] SEXES = {"Female", "Male", "Nonbinary"};
  private static final double[] SEX_UP_TO = {0.74, 0.98, 1};
  private static final double[] SEX_DISTRESS = {0.12, -0.1, 0.5};
  private static final String[] AGES = {"18-24", "25-34", "35-44", "45-54", "55-64", "65+"};
  private static final double[] AGE_UP_TO = {0.07, 0.32, 0.58, 0.80, 0.96, 1};
  private static final double[] AGE_DISTRESS = {0.35, 0.2, 0.1, 0, -0.2, -0.4};
  private static final int STRATA = 50;
  private static final int LONGEST_ROW = 8192;

  private final SplittableRandom random;
  private final byte[] buffer = new byte[1 << 20];
  private int used;

  private GenerateSurvey(long seed) {
    random = new SplittableRandom(seed);
  }

  /** Reads the arguments and writes the file. */
  public static void main(String[] args) throws IOException {
    long rows = 10_000;
    long seed = 42;
    Path out = Path.of("survey.csv");
    for (int i = 0; i < args.length; i += 2) {
      String value = i + 1 < args.length ? args[i + 1] : "";
      switch (args[i]) {
        case "--rows" -> rows = Long.parseLong(value);
        case "--seed" -> seed = Long.parseLong(value);
        case "--out" -> out = Path.of(value);
        default -> throw new IllegalArgumentException("unknown argument " + args[i]);
      }
    }
    try (OutputStream stream = Files.newOutputStream(out)) {
      new GenerateSurvey(seed).write(rows, stream);
    }
  }

  private void write(long rows, OutputStream out) throws IOException {
    header();
    int agencies = (int) Math.max(4, Math.min(100, rows / (50L * STRATA)));
    double[] effects = new double[STRATA * agencies];
    for (int i = 0; i < effects.length; i++) {
      effects[i] = 0.3 * normal() + 0.15 * StrictMath.sin(i / agencies);
    }
    double[][] bounds = new double[SCALES.length][];
    for (int s = 0; s < SCALES.length; s++) {
      bounds[s] = SCALES[s].bounds();
    }
    double[] tendencies = new double[3];
    for (long row = 0; row < rows; row++) {
      if (used > buffer.length - LONGEST_ROW) {
        out.write(buffer, 0, used);
        used = 0;
      }
      person(row, effects, agencies, tendencies);
      for (int s = 0; s < SCALES.length; s++) {
        answers(SCALES[s], bounds[s], tendencies[SCALES[s].source()]);
      }
      put('\n');
    }
    out.write(buffer, 0, used);
  }

  private void header() {
    put("id,wave,profession,setting,region,sex,age_group,years_experience,caseload,hours,weight");
    put(",stratum,psu");
    for (Scale scale : SCALES) {
      for (int item = 1; item <= scale.items(); item++) {
        put(',');
        put(scale.prefix());
        put(item);
      }
    }
    put('\n');
  }

  /** Writes the thirteen first cells and fills in how the person tends to answer. */
  private void person(long row, double[] effects, int agencies, double[] tendencies) {
    int psu = below(effects.length);
    int stratum = psu / agencies;
    int region = stratum / 5;
    int profession = pick(PROFESSION_UP_TO);
    int setting = pick(SETTING_UP_TO);
    int age = pick(AGE_UP_TO);
    int sex = pick(SEX_UP_TO);
    int wave = 2019 + below(5);
    int years = between(0, 45, age * 7 - 1 + 4 * normal());
    int hours = between(8, 80, 38 + 8 * normal());
    int caseload = between(0, 95, 28 + 14 * normal());
    double pressure = 0.012 * (hours - 38) + 0.006 * (caseload - 28);
    double group =
        PROFESSION_DISTRESS[profession]
            + SETTING_DISTRESS[setting]
            + AGE_DISTRESS[age]
            + SEX_DISTRESS[sex];
    double hardYears = wave == 2020 || wave == 2021 ? 0.15 : 0;
    tendencies[DISTRESS] = 0.92 * normal() + effects[psu] + group + pressure + hardYears;
    tendencies[MORALE] = 0.9 * normal() - 0.45 * tendencies[DISTRESS];
    tendencies[ALCOHOL] = 0.95 * normal() + 0.25 * tendencies[DISTRESS] + (sex == 1 ? 0.2 : 0);

    boolean repeated = row > 0 && below(2000) == 0;
    put('P');
    put(100_000_000 + (int) (repeated ? row - 1 : row));
    put(',');
    put(wave);
    put(',');
    untidy(PROFESSIONS[profession]);
    put(',');
    put(below(100) == 0 ? "" : SETTINGS[setting]);
    put(",Region ");
    put(region + 1);
    put(',');
    sex(SEXES[sex]);
    put(',');
    put(below(50) == 0 ? "" : AGES[age]);
    number(years);
    caseload(caseload);
    number(hours);
    put(',');
    double extra = profession == 0 ? 0 : 0.2;
    weight(0.5 + 1.2 * unit() + 0.3 * (region % 4) + extra);
    put(stratum < 9 ? ",S0" : ",S");
    put(stratum + 1);
    put(",A");
    put(10_001 + psu);
  }

  private void sex(String sex) {
    int how = below(1000);
    if (how < 10) {
      return;
    }
    if (how < 30) {
      put(sex.charAt(0));
    } else if (how < 50) {
      put(sex.toLowerCase(Locale.ROOT));
      put(' ');
    } else {
      put(sex);
    }
  }

  private void number(int value) {
    put(',');
    if (below(50) != 0) {
      put(value);
    }
  }

  private void caseload(int value) {
    put(',');
    int how = below(200);
    if (how == 0) {
      put("n/a");
    } else if (how > 4) {
      put(value);
    }
  }

  /** A category: 1 % missing, 3 % in capitals, small letters or with a blank at its end. */
  private void untidy(String category) {
    int how = below(1000);
    if (how < 10) {
      return;
    }
    if (how < 20) {
      put(category.toUpperCase(Locale.ROOT));
    } else if (how < 30) {
      put(category.toLowerCase(Locale.ROOT));
    } else {
      put(category);
      put(how < 40 ? " " : "");
    }
  }

  private void answers(Scale scale, double[] bounds, double tendency) {
    double own = StrictMath.sqrt(1 - scale.loading() * scale.loading());
    boolean resilience = scale.prefix().equals("brs");
    for (int item = 0; item < scale.items(); item++) {
      put(',');
      double felt = scale.loading() * tendency + own * normal() + (item % 3 - 1) * 0.2;
      int code = scale.low();
      for (double bound : bounds) {
        code += felt > bound ? 1 : 0;
      }
      if (resilience && item % 2 == 1) {
        code = scale.low() + scale.high() - code;
      }
      answer(scale, code);
    }
  }

  private void answer(Scale scale, int code) {
    int how = below(1000);
    if (how < 30) {
      put(how < 2 ? "NA" : how == 2 ? "-9" : how == 3 ? "99" : "");
      return;
    }
    boolean words = scale.labels().length > 0;
    String text = words ? scale.labels()[code - scale.low()] : "";
    if (how == 30 && words) {
      put(text.toUpperCase(Locale.ROOT));
      return;
    }
    put(how == 30 ? " " : "");
    if (words) {
      put(text);
    } else {
      put(code);
    }
    put(how == 31 ? " " : "");
  }

  private double unit() {
    return (random.nextLong() >>> 11) * 0x1p-53;
  }

  private int below(int limit) {
    return (int) ((random.nextLong() >>> 32) * limit >>> 32);
  }

  /** Nearly normal: the sum of the four 16-bit parts of one random long. */
  private double normal() {
    long bits = random.nextLong();
    long sum = (bits & 0xffff) + (bits >>> 16 & 0xffff) + (bits >>> 32 & 0xffff) + (bits >>> 48);
    // Mean 2 * 65535; each part has variance (65536^2 - 1) / 12.
    return (sum - 131_070) / 37_837.2;
  }

  private int pick(double[] upTo) {
    double at = unit();
    int i = 0;
    while (at >= upTo[i]) {
      i++;
    }
    return i;
  }

  private static int between(int low, int high, double value) {
    return (int) Math.max(low, Math.min(high, value));
  }

  /** Four decimals. */
  private void weight(double value) {
    int scaled = (int) (value * 10_000);
    put(scaled / 10_000);
    put('.');
    for (int unit = 1000; unit > 0; unit /= 10) {
      put((char) ('0' + scaled / unit % 10));
    }
  }

  private void put(char letter) {
    buffer[used++] = (byte) letter;
  }

  private void put(String text) {
    for (int i = 0; i < text.length(); i++) {
      buffer[used++] = (byte) text.charAt(i);
    }
  }

  /** A whole number, not negative. */
  private void put(int number) {
    if (number >= 10) {
      put(number / 10);
    }
    buffer[used++] = (byte) ('0' + number % 10);
  }
}
