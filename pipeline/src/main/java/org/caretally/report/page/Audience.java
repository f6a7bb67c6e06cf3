package org.caretally.report.page;

import org.caretally.report.words.Tongue;

/** Who a part of the page is for. */
public enum Audience {
  /** Everybody. */
  EVERYBODY("audience.everybody"),
  /** Those who lead people and services. */
  MANAGERS("audience.managers"),
  /** Those who want to know how it was done. */
  RESEARCHERS("audience.researchers"),
  /** Those who compare two reports. */
  COMPARERS("audience.two");

  private final String key;

  Audience(String key) {
    this.key = key;
  }

  /** Returns who that is, in words. */
  public String words(Tongue t) {
    return t.say(key);
  }
}
