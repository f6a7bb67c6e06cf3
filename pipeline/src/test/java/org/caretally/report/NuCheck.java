package org.caretally.report;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import nu.validator.client.EmbeddedValidator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the Nu HTML checker of the W3C finds in a page, in its markup and in its style. */
public final class NuCheck {
  /**
   * What it does not know: a pseudo-element of 2024 that prints closed details, and how to compute
   * the hash of a style or script, which the browser and {@code PageStructureTest} check.
   */
  private static final Set<String> UNKNOWN_TO_IT =
      Set.of(
          "CSS: Unknown pseudo-element or pseudo-class “::details-content”.",
          "Inline style violates Content Security Policy (meta tag): blocked by “style-src” directive"
              + " (missing “‘unsafe-inline’” or nonce/hash).",
          "Inline script violates Content Security Policy (meta tag): blocked by “script-src”"
              + " directive (missing “‘unsafe-inline’” or nonce/hash).");

  private NuCheck() {}

  /** Returns every error and every warning, with the text where it stands. */
  public static List<String> found(String html) throws Exception {
    EmbeddedValidator validator = new EmbeddedValidator();
    validator.setOutputFormat(EmbeddedValidator.OutputFormat.JSON);
    validator.setForceHTML(true);
    String answer =
        validator.validate(new ByteArrayInputStream(html.getBytes(StandardCharsets.UTF_8)));
    List<String> found = new ArrayList<>();
    for (JsonNode message : JsonMapper.shared().readTree(answer).get("messages")) {
      boolean error = message.get("type").asString().equals("error");
      boolean warning = message.path("subType").asString("").equals("warning");
      String text = message.get("message").asString();
      if ((error || warning) && !UNKNOWN_TO_IT.contains(text)) {
        found.add(text + " near " + message.path("extract").asString(""));
      }
    }
    return found;
  }
}
