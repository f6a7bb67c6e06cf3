package org.caretally.report.page;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.caretally.disclosure.ProtectedTable.Row;
import org.caretally.report.chart.Say;
import org.caretally.report.page.ReportInput.Info;
import org.caretally.report.table.Material;
import org.caretally.report.table.Numbers;

/** Who answered, in a few figures. */
final class Answered {
  private Answered() {}

  static Section section(ReportInput input, Material material) {
    List<PageItem> items = new ArrayList<>();
    items.add(tiles(input, material));
    items.add(new Prose(response(input)));
    items.addAll(Response.items(input));
    return new Section("answered", "Who answered", Composer.EVERYBODY, items);
  }

  /** Says how many of those invited are analysed, from the published count only. */
  private static String response(ReportInput input) {
    String differ = " People who did not answer may differ from those who did.";
    List<Row> analysed = input.flow().where("kind", "analysed");
    OptionalLong invited = input.info().invited();
    if (invited.isEmpty()) {
      return "A response rate is not given: the number of people invited is not known." + differ;
    }
    if (analysed.isEmpty() || !analysed.get(0).shows("rows")) {
      return "A response rate is not given." + differ;
    }
    double share = analysed.get(0).number("rows") / invited.getAsLong();
    return "Of "
        + Numbers.count(invited.getAsLong())
        + " people invited, about "
        + Math.round(100 * share)
        + "% are analysed here."
        + differ;
  }

  private static Tiles tiles(ReportInput input, Material material) {
    Info info = input.info();
    List<Tiles.Tile> tiles = new ArrayList<>();
    for (Row row : input.flow().where("kind", "analysed")) {
      tiles.add(new Tiles.Tile("People analysed", Numbers.count(row.cell("rows")), "unweighted"));
    }
    Set<String> asked = new LinkedHashSet<>();
    Set<String> measured = new LinkedHashSet<>();
    for (Row row : input.coverage().where("kind", "challenge")) {
      // insomnia and hypersomnia are one challenge, sleep disorders
      asked.add(row.text("topic"));
      if (!row.text("measured_by").isBlank()) {
        measured.add(row.text("topic"));
      }
    }
    if (!asked.isEmpty()) {
      tiles.add(
          new Tiles.Tile(
              "Challenges measured", Integer.toString(measured.size()), "of " + asked.size()));
    }
    List<String> waves = material.results().waves();
    if (waves.size() > 1) {
      tiles.add(
          new Tiles.Tile(
              "Waves",
              Integer.toString(waves.size()),
              Say.brief(waves.get(0)) + " to " + Say.brief(material.results().latest())));
    }
    boolean open = info.profile().equals("public-use");
    tiles.add(
        new Tiles.Tile(
            "Smallest group shown",
            open ? "any" : Integer.toString(info.k()),
            open ? "data declared public" : "people, " + info.profile() + " profile"));
    return new Tiles(tiles);
  }
}
