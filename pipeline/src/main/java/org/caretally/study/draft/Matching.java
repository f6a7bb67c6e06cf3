package org.caretally.study.draft;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.caretally.instrument.Instrument;
import org.caretally.instrument.Library;

/**
 * Finds which columns are items of which instrument: by their names, and then only if the answers
 * fit; columns whose answers alone fit are only told, never mapped.
 */
final class Matching {
  private final List<Fits> library = new ArrayList<>();
  private final List<Match> sure = new ArrayList<>();
  private final List<Match> possible = new ArrayList<>();
  private final List<String> remarks = new ArrayList<>();
  private final Set<Integer> taken = new HashSet<>();

  Matching(Library library, List<Facts> usable) {
    library.ids().stream()
        .map(id -> new Fits(library.find(id).orElseThrow()))
        .forEach(this.library::add);
    List<Series> series = Series.of(usable);
    series.forEach(this::byName);
    for (Series one : series) {
      if (!taken.contains(one.columns().get(0).at())) {
        byAnswers(one.columns());
      }
    }
    runs(usable);
  }

  /** Returns instruments that names and answers speak for. */
  List<Match> sure() {
    return sure;
  }

  /** Returns instruments that only answers speak for. */
  List<Match> possible() {
    return possible;
  }

  /** Returns what a user should know of names that look like an instrument and are not taken. */
  List<String> remarks() {
    return remarks;
  }

  private void byName(Series series) {
    List<String> words = series.words();
    List<Fits> named = library.stream().filter(f -> speaks(words, f.instrument()) > 0).toList();
    List<Match> fitting = new ArrayList<>();
    int best = 0;
    Set<String> wrong = new LinkedHashSet<>();
    for (Fits fits : named) {
      Optional<Match> match = match(fits, series);
      int weight = speaks(words, fits.instrument());
      boolean length = fits.items() == series.columns().size();
      if (match.isEmpty() && (weight > 1 || length)) {
        wrong.add(fits.instrument().id());
      } else if (match.isPresent() && weight > best) {
        best = weight;
        fitting.clear();
      }
      if (match.isPresent() && weight == best) {
        fitting.add(match.get());
      }
    }
    Set<String> used = new HashSet<>();
    sure.forEach(m -> used.add(m.instrument()));
    if (fitting.size() == 1 && !used.contains(fitting.get(0).instrument())) {
      take(fitting.get(0));
    } else if (!fitting.isEmpty()) {
      fitting.forEach(
          m -> possible.add(new Match(m.instrument(), m.columns(), m.option(), true, 0)));
    } else if (!wrong.isEmpty()) {
      remarks.add(
          series.span()
              + ": the name looks like "
              + String.join(" or ", wrong)
              + ", but the number of columns or the answers are not those of the instrument");
    }
  }

  private void take(Match match) {
    sure.add(match);
    match.columns().forEach(c -> taken.add(c.at()));
  }

  /** A form may hold a further question behind the items, which is not scored. */
  private static Optional<Match> match(Fits fits, Series series) {
    int n = fits.items();
    int size = series.columns().size();
    boolean more = !fits.instrument().unscoredItems().isEmpty() && size > n && size <= n + 2;
    return size == n || more ? fits.match(series.columns().subList(0, n), true) : Optional.empty();
  }

  /** Returns how clearly words name an instrument: 3 by its id, 2 by its name, 1 by its family. */
  private static int speaks(List<String> words, Instrument instrument) {
    String id = instrument.id().replace("_", "");
    String family = instrument.id().replaceAll("_?\\d.*$", "").replace("_", "");
    String first = instrument.id().replaceAll("_.*$", "");
    String name = instrument.name().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    return words.contains(id) || words.contains(instrument.id())
        ? 3
        : words.contains(name) ? 2 : words.contains(family) || words.contains(first) ? 1 : 0;
  }

  private void byAnswers(List<Facts> columns) {
    for (Fits fits : library) {
      if (columns.size() > 1 && fits.items() == columns.size() && fits.labelled(columns)) {
        fits.match(columns, false).ifPresent(possible::add);
      }
    }
  }

  /** Neighbouring columns with one list of answers, whatever their names: a form without codes. */
  private void runs(List<Facts> usable) {
    Map<Integer, Boolean> seen = new HashMap<>();
    possible.forEach(m -> m.columns().forEach(c -> seen.put(c.at(), true)));
    List<Facts> run = new ArrayList<>();
    for (Facts column : usable) {
      boolean free = !taken.contains(column.at()) && !seen.containsKey(column.at());
      boolean same = !run.isEmpty() && alike(run.get(run.size() - 1), column);
      if (!free || !same) {
        byAnswers(List.copyOf(run));
        run.clear();
      }
      if (free) {
        run.add(column);
      }
    }
    byAnswers(run);
  }

  /** Two columns share most of their answers. */
  private static boolean alike(Facts a, Facts b) {
    Set<String> both = new HashSet<>(a.counts().keySet());
    both.retainAll(b.counts().keySet());
    return both.size() * 2 > Math.max(a.counts().size(), b.counts().size());
  }
}
