package org.caretally.intake.identity;

/** What a column may say about who a person is. */
public enum Kind {
  EMAIL("an e-mail address", "e-mail addresses", false),
  PERSON_NAME("a person's name", "names of people", false),
  PHONE("a telephone number", "telephone numbers", false),
  ADDRESS("a postal address", "postal addresses", false),
  POSTCODE("a postcode", "postcodes", false),
  LOCATION("a place on the map", "places on the map", false),
  IP_ADDRESS("an IP address", "IP addresses", false),
  DEVICE("a device", "addresses of devices", false),
  WEB_ADDRESS("a web address", "web addresses", false),
  USERNAME("a user name", "user names", false),
  BIRTH_DATE("a date of birth", "dates of birth", false),
  NATIONAL_NUMBER("a national or health number", "national or health numbers", false),
  STAFF_NUMBER("a number of staff or a licence", "numbers of staff or licences", false),
  BANK("a bank account or payment card", "bank accounts or payment cards", false),
  UPLOAD("a signature, photo or uploaded file", "uploaded files", false),
  LINK("an invitation or a link to other data", "links to other data", true),
  RESPONSE_NUMBER("a number of the response or person", "numbers of responses", true),
  EXACT_TIME("an exact date or time", "dates or times, nearly each one different", true),
  MARKED("what the project marks as identifying", "what a project marks as identifying", false),
  FREE_TEXT("free text", "free text", false),
  NEAR_UNIQUE("a text of nearly everybody's own", "texts, nearly each one different", true);

  private final String words;
  private final String plural;
  private final boolean mayLink;

  Kind(String words, String plural, boolean mayLink) {
    this.words = words;
    this.plural = plural;
    this.mayLink = mayLink;
  }

  /** Returns what one value is, such as {@code an e-mail address}. */
  public String words() {
    return words;
  }

  /** Returns what values are, such as {@code e-mail addresses}. */
  String plural() {
    return plural;
  }

  /**
   * Returns whether a column of this kind may tell rows or units apart, as a key, a stratum or a
   * PSU do: those are near unique by nature. What names a person outside the survey never may.
   */
  public boolean mayLink() {
    return mayLink;
  }
}
