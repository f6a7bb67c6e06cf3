package org.caretally.report.page;

import java.util.Collection;
import java.util.List;
import java.util.Locale;

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

  /** Returns the same without files that are not there. */
  Downloads only(Collection<String> there) {
    return new Downloads(files.stream().filter(f -> there.contains(f.path())).toList());
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.downloads(this);
  }

  /**
   * One file.
   *
   * @param path its place relative to the report; that of a folder ends with a slash
   * @param label what is in it
   */
  public record File(String path, String label) {

    /** Returns how it is written, such as CSV. A folder holds charts. */
    public String format() {
      return path.endsWith("/")
          ? "SVG"
          : path.substring(path.lastIndexOf('.') + 1).toUpperCase(Locale.ROOT);
    }
  }
}
