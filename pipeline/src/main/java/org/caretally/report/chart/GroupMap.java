package org.caretally.report.chart;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.caretally.disclosure.ProtectedTable.Row;

/**
 * Shares of challenges in groups, as a map.
 *
 * @param constructs labels of the challenges by the measures that stand for them, in order
 * @param domains the breakdowns in order
 */
record GroupMap(Map<String, String> constructs, List<Domain> domains) {

  /**
   * A breakdown.
   *
   * @param name its name
   * @param label how it is called
   * @param levels its groups, in order
   */
  record Domain(String name, String label, List<Level> levels) {

    /** Returns the results of one challenge, in the order of the groups. */
    List<Row> rows(String construct) {
      return levels.stream().map(l -> l.row(construct)).filter(Objects::nonNull).toList();
    }
  }

  /**
   * A group.
   *
   * @param label how it is called
   * @param order its place among the groups
   * @param rows results by the name of the challenge
   */
  record Level(String label, double order, Map<String, Row> rows) {

    /** Returns the result of a challenge, or null when it was not asked for. */
    Row row(String construct) {
      return rows.get(construct);
    }
  }

  /** Sorts results into a map; challenges without any result get no column. */
  static GroupMap of(List<Row> rows, List<String> order) {
    Map<String, String> found = new LinkedHashMap<>();
    Map<String, Map<String, Level>> domains = new LinkedHashMap<>();
    Map<String, String> labels = new LinkedHashMap<>();
    for (Row row : rows) {
      found.put(row.text("measure"), row.text("construct_label"));
      labels.putIfAbsent(row.text("domain"), row.text("domain_label"));
      domains
          .computeIfAbsent(row.text("domain"), k -> new LinkedHashMap<>())
          .computeIfAbsent(row.text("level"), k -> level(row))
          .rows()
          .put(row.text("measure"), row);
    }
    Map<String, String> constructs = new LinkedHashMap<>();
    for (String construct : order) {
      if (found.containsKey(construct)) {
        constructs.put(construct, found.get(construct));
      }
    }
    List<Domain> sorted = new ArrayList<>();
    domains.forEach(
        (name, levels) -> {
          List<Level> list = new ArrayList<>(levels.values());
          list.sort(java.util.Comparator.comparingDouble(Level::order));
          sorted.add(new Domain(name, labels.get(name), list));
        });
    return new GroupMap(constructs, sorted);
  }

  private static Level level(Row row) {
    double order;
    try {
      order = Double.parseDouble(row.text("level_order"));
    } catch (NumberFormatException e) {
      order = Double.MAX_VALUE;
    }
    return new Level(row.text("level_label"), order, new LinkedHashMap<>());
  }

  /** Returns maps of whole breakdowns, none with more groups than fit on a sheet of paper. */
  List<GroupMap> sheets(int most) {
    List<GroupMap> sheets = new ArrayList<>();
    List<Domain> some = new ArrayList<>();
    int lines = 0;
    for (Domain domain : domains) {
      for (int from = 0; from < domain.levels().size(); from += most) {
        int end = Math.min(domain.levels().size(), from + most);
        List<Level> levels = domain.levels().subList(from, end);
        if (lines > 0 && lines + levels.size() + 1 > most + 1) {
          sheets.add(new GroupMap(constructs, List.copyOf(some)));
          some.clear();
          lines = 0;
        }
        some.add(new Domain(domain.name(), domain.label(), levels));
        lines += levels.size() + 1;
      }
    }
    sheets.add(new GroupMap(constructs, List.copyOf(some)));
    return sheets;
  }

  /** Returns all results. */
  List<Row> rows() {
    List<Row> all = new ArrayList<>();
    for (Domain domain : domains) {
      for (Level level : domain.levels()) {
        all.addAll(level.rows().values());
      }
    }
    return all;
  }
}
