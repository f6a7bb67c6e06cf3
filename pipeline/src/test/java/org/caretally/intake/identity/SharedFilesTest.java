package org.caretally.intake.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.caretally.intake.FileFormat;
import org.caretally.intake.Header;
import org.caretally.intake.HeaderReader;
import org.caretally.problem.Place;
import org.caretally.problem.Problems;
import org.junit.jupiter.api.Test;

/** The files of real surveys and platforms beside the project, where they are there. */
class SharedFilesTest {
  private static final List<String> QUALTRICS =
      List.of(
          "IPAddress",
          "ResponseId",
          "RecipientLastName",
          "RecipientFirstName",
          "RecipientEmail",
          "ExternalReference",
          "LocationLatitude",
          "LocationLongitude",
          "DistributionChannel");
  private static final List<String> OLDER_QUALTRICS =
      List.of(
          "ResponseID",
          "IPAddress",
          "RecipientLastName",
          "RecipientFirstName",
          "RecipientEmail",
          "ExternalDataReference",
          "LocationLatitude",
          "LocationLongitude",
          "LocationAccuracy");

  /** For each file all columns whose names alone say that they identify. */
  private static final Map<String, List<String>> BY_NAME = new TreeMap<>();

  static {
    BY_NAME.put("platform-qualtrics/qualtRics_sample.csv", QUALTRICS);
    // The text of the last one asks for an e-mail address; its name and its blank cells do not say
    // so.
    List<String> asked = new ArrayList<>(QUALTRICS);
    asked.add("QID30");
    BY_NAME.put("platform-qualtrics/uw_madison_open_source_2024.csv", asked);
    BY_NAME.put("platform-qualtrics/qtools_matrix_single_insights.csv", OLDER_QUALTRICS);
    BY_NAME.put("platform-qualtrics/qtools_multi_answer_insights.csv", OLDER_QUALTRICS);
    BY_NAME.put("platform-qualtrics/qtools_many_types_insights.csv", OLDER_QUALTRICS);
    BY_NAME.put(
        "platform-redcap/simple/data.csv",
        List.of(
            "record_id",
            "name_first",
            "name_last",
            "address",
            "telephone",
            "email",
            "dob",
            "mugshot"));
    BY_NAME.put(
        "platform-redcap/survey/data.csv",
        List.of(
            "participant_id",
            "redcap_survey_identifier",
            "dob",
            "email",
            "first_name",
            "last_name",
            "address",
            "telephone_1"));
    BY_NAME.put(
        "platform-redcap/validation-types-1/data.csv",
        List.of(
            "record_id",
            "f_signature",
            "v_email",
            "v_mrn_10d",
            "v_mrn_generic",
            "v_phone",
            "v_phone_australia",
            "v_postalcode_australia",
            "v_postalcode_canada",
            "v_postalcode_french",
            "v_postalcode_germany",
            "v_ssn",
            "v_zipcode"));
    BY_NAME.put(
        "platform-limesurvey/survey_998192_R_data_file.csv",
        List.of(
            "Response ID",
            "Please enter your address [Street]",
            "Please enter your address [Number]",
            "Please enter your address [Postal code]",
            "Please enter your address [City]"));
    BY_NAME.put("platform-surveymonkey-538/comma_survey_2014.csv", List.of("RespondentID"));
    BY_NAME.put("ospo-surveymonkey/ospo_2018.csv", List.of("Respondent ID"));
    BY_NAME.put("platform-google-forms/student_mental_health_iium_2020.csv", List.of());
    for (String harmless :
        List.of(
            "osmi-2014-2016/osmi_2014.csv",
            "osmi-2014-2016/osmi_2016.csv",
            "rse-2016-2017/rse_2016_uk.csv",
            "rse-2016-2017/rse_2017_uk.csv",
            "rse-2016-2017/rse_2017_us.csv",
            "nhs-staff-survey-2021-2022/nhs_staff_wellbeing_2021_2022.csv")) {
      BY_NAME.put(harmless, List.of());
    }
  }

  /** Files without any identifying column: neither names nor values may be accused. */
  private static final List<String> HARMLESS =
      List.of(
          "carers-efc/efc.csv",
          "soldiers-bh1996/bh1996.csv",
          "students-ukm/Demography.csv",
          "students-ukm/Psychological_aspects.csv",
          "nhanes-2011-2012/DEMO_G.csv",
          "nhanes-2011-2012/DUQ_G.csv",
          "nhanes-2017-2018/DEMO_J.csv",
          "nhanes-2017-2018/OCQ_J.csv",
          "nhanes-2017-2018/SLQ_J.csv");

  private final IdentityScan scan = new IdentityScan();
  private final Path shared =
      Path.of(System.getProperty("caretally.root"), "../shared/data").normalize();

  private List<Suspect> suspects(String name) {
    Path file = shared.resolve(name);
    Optional<Header> header =
        HeaderReader.read(
            file,
            name,
            new FileFormat(Optional.empty(), Optional.empty(), Optional.empty(), false),
            Place.in(name),
            new Problems());
    return scan.of(header.orElseThrow(), Sample.of(file, header.get()), (c, v) -> false);
  }

  @Test
  void namesOfColumns() {
    assumeTrue(Files.isDirectory(shared), "no shared data beside the project");
    int found = 0;
    int columns = 0;
    for (Map.Entry<String, List<String>> file : BY_NAME.entrySet()) {
      List<String> names =
          suspects(file.getKey()).stream().filter(Suspect::byName).map(Suspect::name).toList();
      assertEquals(new ArrayList<>(file.getValue()), names, file.getKey());
      found += names.size();
      columns++;
    }
    System.out.printf("real exports: %d files, %d columns by name, none else%n", columns, found);
  }

  @Test
  void harmlessFiles() {
    assumeTrue(Files.isDirectory(shared), "no shared data beside the project");
    for (String name : HARMLESS) {
      assertEquals(List.of(), suspects(name), name);
    }
    System.out.printf("harmless files: %d, no column accused%n", HARMLESS.size());
  }
}
