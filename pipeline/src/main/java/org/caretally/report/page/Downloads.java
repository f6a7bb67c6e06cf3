package org.caretally.report.page;

import java.util.List;

/**
 * Files beside the report.
 *
 * @param files the files
 */
public record Downloads(List<File> files) implements PageItem {

  /** Takes a copy. */
  public Downloads {
    files = List.copyOf(files);
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.downloads(this);
  }

  /**
   * One file.
   *
   * @param path its place relative to the report
   * @param label what is in it
   */
  public record File(String path, String label) {}
}
