package org.caretally.problem;

/**
 * Every problem the product can name. Each constant has a page {@code
 * pipeline/docs/errors/<id>.md}; a test holds the two together. The first digit says whose the
 * problem is and with it the exit code of the process: 1 the study file or the command line (2), 2
 * and 3 the data (3), 4 the disclosure gate (4), 5 the output (5).
 */
public enum Code {
  STUDY_NOT_FOUND("E101"),
  STUDY_NOT_YAML("E102"),
  UNKNOWN_KEY("E103"),
  DUPLICATE_KEY("E104"),
  WRONG_TYPE("E105"),
  MISSING_KEY("E106"),
  COLUMN_NOT_IN_FILE("E107"),
  WRONG_NUMBER_OF_COLUMNS("E108"),
  COLUMN_USED_TWICE("E109"),
  UNKNOWN_INSTRUMENT("E110"),
  UNKNOWN_NAME("E111"),
  VALUE_NOT_ALLOWED("E112"),
  OPT_IN_NEEDED("E113"),
  BAD_INSTRUMENT("E114"),
  SUPPORT_NEEDED("E115"),

  FILE_NOT_FOUND("E201"),
  FILE_EMPTY("E202"),
  HEADER_ONLY("E203"),
  WRONG_DELIMITER("E204"),
  RAGGED_ROW("E205"),
  COLUMN_NAMED_TWICE("E206"),
  NOT_UTF8("E207"),
  UNCLOSED_QUOTE("E208"),
  COLUMN_IDENTIFIES("E209"),

  UNKNOWN_LABEL("E301"),
  CODE_OUT_OF_RANGE("E302"),
  WEIGHT_NOT_A_NUMBER("E303"),
  WEIGHT_NEGATIVE("E304"),
  WEIGHT_ZERO("E305"),
  LONELY_PSU("E306"),
  KEY_MISSING("E307"),
  TOO_MANY_DECIMALS("E308"),
  NOT_A_NUMBER("E309"),
  FPC_INVALID("E310"),
  WEIGHT_NOT_HELD("E311"),
  NOBODY_LEFT("E312"),
  DESIGN_MISSING("E313"),
  ANSWERS_SHIFTED("E314"),
  SCORE_AMONG_ITEMS("E315"),
  TOTALS_OVERFLOW("E316"),
  NOT_A_DATE("E317"),
  HEADCOUNT_WITHOUT_PEOPLE("E331"),
  HEADCOUNT_MISSING("E332"),
  HEADCOUNT_UNANSWERED("E333"),
  HEADCOUNTS_NOT_MET("E334"),
  JACKKNIFE_IMPOSSIBLE("E341"),
  REPLICATES_IMPOSSIBLE("E342"),

  GATE_REFUSED("E401"),
  EXPORT_REFUSED("E402"),
  AUDIT_UNSOLVED("E403"),

  OUTPUT_NOT_WRITABLE("E501"),
  OUTPUT_NOT_OURS("E502"),
  OUTPUT_EXISTS("E503"),
  RELEASE_TOO_NEAR("E504"),
  BROWSER_MISSING("E505"),
  BROWSER_FAILED("E506"),
  OUT_OF_MEMORY("E507"),

  OTHER_PLATFORM("W201"),

  UNUSED_COLUMN_IDENTIFIES("W202"),

  DUPLICATES_SET_ASIDE("W301"),
  SUSPICIOUS_LABEL("W302"),
  ITEM_DIRECTION("W303"),
  STRAIGHT_LINING("W304"),
  INCONSISTENT_SKIP("W305"),
  NEVER_LOWEST("W306"),
  SPELLINGS("W307"),

  BREAKDOWN_TOO_FINE("W401");

  private final String id;

  Code(String id) {
    this.id = id;
  }

  /** Returns the stable id, such as {@code E107}: what a user searches for. */
  public String id() {
    return id;
  }

  /** Returns whether this is a warning: reported, but the run goes on. */
  public boolean warning() {
    return id.charAt(0) == 'W';
  }

  /** Returns the exit code of a run that this problem ends; 0 for a warning. */
  public int exit() {
    if (warning()) {
      return 0;
    }
    return switch (id.charAt(1)) {
      case '1' -> 2;
      case '2', '3' -> 3;
      case '4' -> 4;
      default -> 5;
    };
  }
}
