package org.caretally.report.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.caretally.disclosure.ProtectedTable.Row;
import org.caretally.report.chart.Answers.Side;
import org.caretally.report.table.DataTable;
import org.caretally.report.table.Grid;
import org.caretally.report.table.Material;
import org.caretally.report.words.Tongue;

/**
 * Answers to the items of protective factors as diverging bars: answers below the middle of an
 * item's range to the left of a line, those above it to the right, and the middle ones apart, where
 * they belong to neither.
 */
final class AnswersFigure implements Figure {
  private static final int STEP = 20;
  private static final int HIGH = 15;
  private static final int HEADING = 30;
  private static final int APART = 66;
  private static final int EDGE = 40;
  private static final int BOTTOM = 8;

  @Override
  public String id() {
    return "item-answers";
  }

  @Override
  public Place place() {
    return Place.ITEMS;
  }

  /** Where bars stand: pixels of the line, of the middle bars, and for each share of everybody. */
  private record Room(double line, double middle, double unit) {}

  @Override
  public List<Drawing> draw(Material material) {
    Grid rows =
        Grid.of(material.items())
            .where("wave", material.results().latest())
            .where("kind", "protective");
    List<Answers> items = Answers.of(rows.rows());
    if (items.isEmpty()) {
      return List.of();
    }
    Tongue t = material.tongue();
    String title = title(t, items);
    List<Svg> pictures = new ArrayList<>();
    for (Format format : Format.values()) {
      pictures.add(picture(t, items, title, format));
    }
    List<Row> drawn = items.stream().flatMap(i -> i.answers().stream()).toList();
    return List.of(
        new Drawing(
            id(),
            title,
            t.say("sides.subtitle"),
            List.of(Say.base(t, drawn), t.say("sides.note")),
            pictures,
            table(t, items)));
  }

  private static String title(Tongue t, List<Answers> items) {
    Optional<Answers> most =
        items.stream()
            .filter(Answers::shown)
            .max(Comparator.comparingDouble(i -> i.share(Side.HIGH)));
    return most.map(
            i ->
                t.say(
                    "sides.most",
                    "instrument",
                    Say.brief(i.instrument()),
                    "item",
                    Say.brief(i.item()),
                    "share",
                    percent(t, i, Side.HIGH)))
        .orElseGet(() -> t.say("sides.hidden"));
  }

  private static String percent(Tongue t, Answers item, Side side) {
    return t.percent(Math.round(100 * item.share(side)));
  }

  private static double most(List<Answers> items, Side side) {
    return items.stream().filter(Answers::shown).mapToDouble(i -> i.share(side)).max().orElse(0);
  }

  private Svg picture(Tongue t, List<Answers> items, String title, Format format) {
    boolean narrow = format.narrow();
    int left = narrow ? 78 : 190;
    Map<String, List<Answers>> instruments = new LinkedHashMap<>();
    for (Answers item : items) {
      instruments.computeIfAbsent(item.instrument(), k -> new ArrayList<>()).add(item);
    }
    List<String> keys = List.of("lowest", "low", "high", "highest", "middle");
    int legend = narrow ? keys.size() * 18 : 18;
    int height = legend + instruments.size() * HEADING + items.size() * STEP + BOTTOM;
    Plot plot =
        new Plot(format.width(), height, Scale.pixels(format.width()), Scale.pixels(height));
    double low = most(items, Side.LOW);
    double wide = low + most(items, Side.HIGH) + most(items, Side.MIDDLE);
    double room = format.width() - left - EDGE - APART - EDGE;
    double unit = wide == 0 ? 0 : room / wide;
    double line = left + EDGE + low * unit;
    double apart = line + most(items, Side.HIGH) * unit + APART;
    legend(t, plot, keys, height, narrow);
    double y = height - legend;
    for (Map.Entry<String, List<Answers>> one : instruments.entrySet()) {
      String name = Wrap.lines(one.getKey(), format.width() - 24, 13, 1).get(0);
      plot.frame().text(name, 4, y - HEADING, 0, -8, Anchor.START, Style.BOLD);
      y -= HEADING;
      double top = y;
      for (Answers item : one.getValue()) {
        label(t, plot.frame(), item, left, y);
        bar(t, plot, item, y, new Room(line, apart, unit));
        y -= STEP;
      }
      plot.lines(Ink.MUTED, 1, List.of(new double[] {line, top, line, y + STEP - HIGH}));
    }
    return plot.svg(
        id() + format.suffix(),
        format.className(),
        title,
        t.say("sides.alt", "items", items.size()) + " " + t.say("chart.alt.table"));
  }

  private static void legend(Tongue t, Plot plot, List<String> keys, int height, boolean narrow) {
    double x = 4;
    double y = height;
    for (int i = 0; i < keys.size(); i++) {
      Ink ink = List.of(Ink.D0, Ink.D2, Ink.D4, Ink.D6, Ink.PERSON).get(i);
      String words = t.name("sides.key", keys.get(i));
      plot.rectangles(ink, List.of(new double[] {x, y - 14, x + 11, y - 3}));
      plot.frame().text(words, x, y, 16, 12.5, Anchor.START, Style.LABEL);
      if (narrow) {
        y -= 18;
      } else {
        x += 16 + Fonts.width(words, 12) * 1.12 + 16;
      }
    }
  }

  private static void label(Tongue t, Frame frame, Answers item, int left, double y) {
    String words = t.say("sides.item", "item", item.item());
    String line = Wrap.lines(words, (left - 12) * .88, 12, 1).get(0);
    frame.text(line, left, y, -8, 11.5, Anchor.END, Style.LABEL);
  }

  private static void bar(Tongue t, Plot plot, Answers item, double y, Room room) {
    if (!item.shown()) {
      plot.frame().hatch(room.line() - 30, y, room.line() + 30, y - HIGH);
      plot.frame().text("[c]", room.line(), y, 36, 11.5, Anchor.START, Style.BOLD);
      return;
    }
    double right = room.line();
    for (Row answer : item.answers()) {
      if (item.side(answer) == Side.HIGH) {
        right = piece(plot, item, answer, right, y, room.unit());
      }
    }
    double end = room.line() - item.share(Side.LOW) * room.unit();
    double at = end;
    for (Row answer : item.answers()) {
      if (item.side(answer) == Side.LOW) {
        at = piece(plot, item, answer, at, y, room.unit());
      }
    }
    Frame frame = plot.frame();
    frame.text(percent(t, item, Side.LOW), end, y, -5, 11.5, Anchor.END, Style.NUMBER);
    frame.text(percent(t, item, Side.HIGH), right, y, 5, 11.5, Anchor.START, Style.NUMBER);
    double middle = item.share(Side.MIDDLE);
    if (item.answers().stream().anyMatch(a -> item.side(a) == Side.MIDDLE)) {
      double to = room.middle() + middle * room.unit();
      plot.rectangles(Ink.PERSON, List.of(new double[] {room.middle(), y - HIGH, to, y}));
      frame.text(percent(t, item, Side.MIDDLE), to, y, 5, 11.5, Anchor.START, Style.NUMBER);
    }
  }

  /** Draws the people who gave an answer and returns where they end. */
  private static double piece(
      Plot plot, Answers item, Row answer, double from, double y, double unit) {
    double to = from + answer.number(Answers.SHARE) * unit;
    double gap = Math.min(1, (to - from) / 2);
    plot.rectangles(item.ink(answer), List.of(new double[] {from, y - HIGH, to - gap, y}));
    return to;
  }

  private DataTable table(Tongue t, List<Answers> items) {
    DataTable.Builder table =
        new DataTable.Builder(id() + "-table", t.say("sides.table"))
            .words(t.say("sides.which"))
            .numbers(t.say("sides.below"), t.say("sides.middle"), t.say("sides.above"))
            .numbers(t.say("common.n"));
    for (Answers item : items) {
      List<String> cells = new ArrayList<>();
      cells.add(t.say("sides.name", "instrument", item.instrument(), "item", item.item()));
      for (Side side : List.of(Side.LOW, Side.MIDDLE, Side.HIGH)) {
        cells.add(item.shown() ? percent(t, item, side) : "[c]");
      }
      cells.add(t.count(item.answers().get(0).cell("n")));
      table.row(cells);
    }
    return table.build();
  }
}
