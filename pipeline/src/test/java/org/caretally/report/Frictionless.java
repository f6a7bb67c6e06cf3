package org.caretally.report;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Whether a description is a Frictionless data package: official profiles, and version 2. */
public final class Frictionless {
  private static final String RESOURCE = "https://datapackage.org/profiles/2.0/dataresource.json";
  private static final String PACKAGE = "https://datapackage.org/profiles/2.0/datapackage.json";

  private Frictionless() {}

  /** Returns everything that is wrong. */
  public static List<String> errors(JsonNode described) throws IOException {
    List<String> errors =
        new ArrayList<>(
            errors(SpecificationVersion.DRAFT_4, "/frictionless/data-package.json", described));
    if (!PACKAGE.equals(described.path("$schema").asString(""))) {
      errors.add("the package does not name version 2");
    }
    for (JsonNode resource : described.get("resources")) {
      ObjectNode first = ((ObjectNode) resource.deepCopy()).put("profile", "tabular-data-resource");
      errors.addAll(
          errors(SpecificationVersion.DRAFT_4, "/frictionless/tabular-data-resource.json", first));
      if (!RESOURCE.equals(resource.path("$schema").asString(""))
          || !"table".equals(resource.path("type").asString(""))) {
        errors.add(resource.get("name") + " is no table of version 2");
      }
    }
    return errors;
  }

  /** Returns what does not fit a schema of the test or of the product. */
  static List<String> errors(SpecificationVersion version, String schema, JsonNode instance)
      throws IOException {
    try (InputStream in = Frictionless.class.getResourceAsStream(schema)) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return SchemaRegistry.withDefaultDialect(version)
          .getSchema(text, InputFormat.JSON)
          .validate(instance.toString(), InputFormat.JSON)
          .stream()
          .map(Error::toString)
          .toList();
    }
  }
}
