package org.caretally.report.page;

import java.util.List;
import org.caretally.report.page.ReportInput.Info;

/** Where people can get help. The product itself knows no numbers to call. */
final class Support {
  private Support() {}

  static Section section(Info info) {
    List<PageItem> items =
        info.support().isEmpty()
            ? List.of(
                new Notice(
                    "No support was named",
                    List.of(
                        "Whoever publishes this report should say here where people can get help:"
                            + " the study file has a place for it.")))
            : List.of(new Notice("Help is there", info.support()));
    return new Section("support", "Where to get support", Composer.EVERYBODY, items);
  }
}
