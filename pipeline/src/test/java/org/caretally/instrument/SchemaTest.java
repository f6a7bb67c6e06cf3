package org.caretally.instrument;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The JSON Schema that gives editors completion accepts what the product accepts. */
class SchemaTest {
  private static final Schema SCHEMA =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(Resources.text("/schema/instrument.schema.json"), InputFormat.JSON);

  private static List<String> errors(String yaml) {
    return SCHEMA.validate(yaml, InputFormat.YAML).stream().map(Error::toString).toList();
  }

  @TestFactory
  List<DynamicTest> everyDefinitionFitsTheSchema() {
    List<DynamicTest> tests = new ArrayList<>();
    for (String id : Library.builtIn().ids()) {
      String text = Resources.text("/instruments/" + id + ".yaml");
      tests.add(DynamicTest.dynamicTest(id, () -> assertEquals(List.of(), errors(text))));
    }
    return tests;
  }

  @Test
  void theTemplateFitsTheSchema() {
    assertEquals(List.of(), errors(Library.template()));
  }

  @Test
  void mistakesDoNotFitTheSchema() {
    String good = Library.template();
    for (String bad :
        List.of(
            good.replace("direction: worse", "direction: up"),
            good.replace("recall: 30 days\n", ""),
            good.replace("citation:", "cite:"),
            good.replace("value: 9,", "value: nine,"),
            good.replace("items: \"1-4\"\nresponse", "items: \"1 to 4\"\nresponse"))) {
      assertFalse(bad.equals(good));
      assertFalse(errors(bad).isEmpty(), bad);
    }
  }
}
