package org.caretally.disclosure;

/**
 * People whose numbers stand in one row: everybody, or one level of a breakdown.
 *
 * @param domain id of the breakdown; empty for everybody
 * @param level id of its level; empty for everybody
 */
public record Group(String domain, String level) {
  /** Everybody. */
  public static final Group EVERYBODY = new Group("", "");

  static Group of(Fact fact) {
    return new Group(
        fact.words().getOrDefault("domain", ""), fact.words().getOrDefault("level", ""));
  }
}
