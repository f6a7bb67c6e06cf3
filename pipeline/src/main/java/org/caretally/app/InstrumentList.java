package org.caretally.app;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.caretally.instrument.Construct;
import org.caretally.instrument.Constructs;
import org.caretally.instrument.Instrument;
import org.caretally.instrument.Library;

/** All instruments of a library, each once, under the first thing it measures. */
final class InstrumentList {
  private static final int ID = 15;
  private static final int TITLE = 51;

  /** What has not been listed yet. */
  private final Map<String, Instrument> left = new LinkedHashMap<>();

  private final Map<String, Instrument> own = new LinkedHashMap<>();
  private final Lines lines = new Lines();

  private InstrumentList(Library builtIn, Library library) {
    for (String id : library.ids()) {
      Instrument instrument = library.find(id).orElseThrow();
      boolean shipped =
          library.equals(builtIn) || builtIn.find(id).filter(instrument::equals).isPresent();
      (shipped ? left : own).put(id, instrument);
    }
  }

  /**
   * Returns the list as lines.
   *
   * @param builtIn the instruments of the product
   * @param library the same, or with those of the user's folder
   */
  static List<String> of(Library builtIn, Library library) {
    InstrumentList list = new InstrumentList(builtIn, library);
    list.lines.verbatim(library.ids().size() + " instruments. Marks before a name:");
    list.lines.verbatim("  P  the owner of the survey must hold a permission or a licence");
    list.lines.verbatim("  K  the key is not confirmed by a public source");
    list.lines.verbatim("  !  the study must opt in");
    list.section("Your own", list.own);
    Constructs.all().forEach(list::construct);
    list.section("Others", list.left);
    list.lines.heading("caretally instruments NAME says everything about one of them.");
    return list.lines.all();
  }

  private void section(String heading, Map<String, Instrument> instruments) {
    if (!instruments.isEmpty()) {
      lines.heading(heading);
      instruments.values().forEach(this::line);
    }
  }

  private void construct(Construct construct) {
    lines.heading(
        construct.kind() == Construct.Kind.PROTECTIVE
            ? construct.label() + " (protective)"
            : construct.label());
    List<String> ids =
        construct.measures().stream().map(m -> m.substring(0, m.indexOf('.'))).distinct().toList();
    ids.stream().filter(left::containsKey).forEach(id -> line(left.get(id)));
    String also =
        ids.stream().filter(id -> !left.containsKey(id)).collect(Collectors.joining(", "));
    if (!also.isEmpty()) {
      lines.wrapped("      also: ", also);
    }
    ids.forEach(left::remove);
  }

  private void line(Instrument instrument) {
    String title = instrument.title();
    String start = "  " + marks(instrument) + " " + Lines.padded(instrument.id(), ID) + " ";
    String end = String.format(java.util.Locale.ROOT, " %3d  ", instrument.items().size());
    lines.verbatim(
        start
            + Lines.padded(
                title.length() > TITLE ? title.substring(0, TITLE - 1) + "…" : title, TITLE)
            + end
            + ItemWords.status(instrument.licence()));
  }

  private static String marks(Instrument instrument) {
    return (instrument.licence().needsPermission() ? "P" : " ")
        + (instrument.unverified() ? "K" : " ")
        + (instrument.unverified() || instrument.licence().needsConfirmation() ? "!" : " ");
  }
}
