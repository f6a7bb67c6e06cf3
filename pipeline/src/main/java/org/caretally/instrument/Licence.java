package org.caretally.instrument;

/**
 * What may be done with an instrument. The product ships keys and answer labels, never item
 * wording.
 *
 * @param status {@code public_domain}, {@code free_with_citation}, {@code free_with_attribution},
 *     {@code free_noncommercial}, {@code permission_needed}, {@code licence_needed}, {@code
 *     proprietary} or {@code project}
 * @param mayShipWording whether the law would allow a repository to hold the items
 * @param holder who holds the rights; may be empty
 * @param note in words; may be empty
 * @param evidence how far this is confirmed
 */
public record Licence(
    String status, boolean mayShipWording, String holder, String note, Evidence evidence) {

  /** Returns whether the owner of a survey must hold a permission or a licence. */
  public boolean needsPermission() {
    return status.equals("permission_needed")
        || status.equals("licence_needed")
        || status.equals("proprietary");
  }

  /** Returns whether a run asks the user to confirm that a licence is held. */
  public boolean needsConfirmation() {
    return status.equals("proprietary");
  }
}
