package org.caretally.report.html;

import gg.jte.Content;
import gg.jte.TemplateEngine;
import java.util.Map;
import org.caretally.report.page.Bullets;
import org.caretally.report.page.Downloads;
import org.caretally.report.page.FigureItem;
import org.caretally.report.page.Flow;
import org.caretally.report.page.Heading;
import org.caretally.report.page.Headlines;
import org.caretally.report.page.Lights;
import org.caretally.report.page.Notice;
import org.caretally.report.page.PageItem;
import org.caretally.report.page.Prose;
import org.caretally.report.page.TableItem;
import org.caretally.report.page.Terms;
import org.caretally.report.words.Tongue;

/** Gives each kind of item its template. */
final class Items implements PageItem.Visitor<Content> {
  private final TemplateEngine engine;
  private final Tongue tongue;

  Items(TemplateEngine engine, Tongue tongue) {
    this.engine = engine;
    this.tongue = tongue;
  }

  private Content by(String template, PageItem item) {
    return output -> engine.render(template, Map.of("item", item, "t", tongue), output);
  }

  @Override
  public Content bullets(Bullets item) {
    return by("bullets.jte", item);
  }

  @Override
  public Content downloads(Downloads item) {
    return by("downloads.jte", item);
  }

  @Override
  public Content figureItem(FigureItem item) {
    return by("figure.jte", item);
  }

  @Override
  public Content flow(Flow item) {
    return by("flow.jte", item);
  }

  @Override
  public Content heading(Heading item) {
    return by("heading.jte", item);
  }

  @Override
  public Content headlines(Headlines item) {
    return by("headlines.jte", item);
  }

  @Override
  public Content lights(Lights item) {
    return by("lights.jte", item);
  }

  @Override
  public Content notice(Notice item) {
    return by("notice.jte", item);
  }

  @Override
  public Content prose(Prose item) {
    return by("prose.jte", item);
  }

  @Override
  public Content tableItem(TableItem item) {
    return by("tableItem.jte", item);
  }

  @Override
  public Content terms(Terms item) {
    return by("terms.jte", item);
  }
}
