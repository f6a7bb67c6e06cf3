package org.caretally.disclosure;

/**
 * Says that everybody in one group is also in another one, so that numbers of the two can be
 * subtracted.
 *
 * @param domain breakdown of the smaller group
 * @param level its level
 * @param parentDomain breakdown of the larger group
 * @param parentLevel its level
 */
public record Inside(String domain, String level, String parentDomain, String parentLevel) {}
