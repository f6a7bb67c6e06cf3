package org.caretally.report.html;

import gg.jte.Content;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.caretally.report.chart.Ink;
import org.caretally.report.page.Audience;
import org.caretally.report.page.Page;
import org.caretally.report.page.PageItem;
import org.caretally.report.page.Section;

/**
 * Writes a page as one HTML file that needs nothing else. The templates are compiled into the jar
 * and escape everything they print, by context; the only raw parts are our pictures, whose text is
 * escaped where it is written, and the style and the script of the jar, which the policy of the
 * page admits by their hash.
 */
public final class HtmlWriter {
  private static final String TEMPLATES = "org.caretally.report.html.templates";

  private final TemplateEngine engine =
      TemplateEngine.createPrecompiled(
          null, ContentType.Html, HtmlWriter.class.getClassLoader(), TEMPLATES);

  /**
   * What stands around the words of a page.
   *
   * @param policy content security policy
   * @param style style sheet
   * @param script script that sorts tables
   * @param groups contents list
   * @param front sections of page one by column, with their items drawn
   * @param parts further sections with their items drawn
   */
  public record Shell(
      String policy,
      String style,
      String script,
      List<Group> groups,
      List<List<Part>> front,
      List<Part> parts) {}

  /**
   * Sections for one audience.
   *
   * @param audience who they are for
   * @param sections the sections
   */
  public record Group(Audience audience, List<Section> sections) {}

  /**
   * A section ready to print.
   *
   * @param section its words
   * @param first whether it is the first for its audience
   * @param items its items, drawn
   */
  public record Part(Section section, boolean first, List<Content> items) {}

  /** Returns the HTML of a page. */
  public String write(Page page) {
    String style = Ink.css() + resource("report.css");
    String script = resource("report.js");
    String policy =
        "default-src 'none'; style-src '"
            + hash(style)
            + "'; script-src '"
            + hash(script)
            + "'; base-uri 'none'; form-action 'none'";
    Items items = new Items(engine, page.tongue());
    List<List<Part>> front = new ArrayList<>();
    for (List<Section> column : page.front()) {
      front.add(column.stream().map(s -> part(s, false, items)).toList());
    }
    List<Part> parts = new ArrayList<>();
    Set<Audience> begun = new HashSet<>();
    for (Section section : page.sections()) {
      parts.add(part(section, begun.add(section.audience()), items));
    }
    StringOutput out = new StringOutput(1 << 18);
    Shell shell = new Shell(policy, style, script, contents(page), front, parts);
    engine.render("page.jte", Map.of("page", page, "shell", shell), out);
    return out.toString();
  }

  private static Part part(Section section, boolean first, Items items) {
    List<Content> drawn = new ArrayList<>();
    for (PageItem item : section.items()) {
      drawn.add(item.accept(items));
    }
    return new Part(section, first, drawn);
  }

  private static List<Group> contents(Page page) {
    Map<Audience, List<Section>> groups = new LinkedHashMap<>();
    for (List<Section> column : page.front()) {
      column.forEach(s -> groups.computeIfAbsent(s.audience(), k -> new ArrayList<>()).add(s));
    }
    page.sections()
        .forEach(s -> groups.computeIfAbsent(s.audience(), k -> new ArrayList<>()).add(s));
    List<Group> contents = new ArrayList<>();
    groups.forEach((audience, sections) -> contents.add(new Group(audience, sections)));
    return contents;
  }

  private static String resource(String name) {
    try (InputStream in = HtmlWriter.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is missing from the jar");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException(name + " cannot be read from the jar", e);
    }
  }

  private static String hash(String text) {
    try {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
      return "sha256-" + Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
