package org.caretally.report.page;

import java.util.List;

/**
 * Key figures side by side.
 *
 * @param tiles the key figures
 */
public record Tiles(List<Tile> tiles) implements PageItem {

  /** Takes a copy. */
  public Tiles {
    tiles = List.copyOf(tiles);
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.tiles(this);
  }

  /**
   * One key figure.
   *
   * @param label what it is
   * @param value the figure
   * @param note a few more words; may be empty
   */
  public record Tile(String label, String value, String note) {}
}
