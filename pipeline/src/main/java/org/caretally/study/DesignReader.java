package org.caretally.study;

import java.util.List;
import java.util.Optional;
import org.caretally.design.Errors;
import org.caretally.problem.Code;

/** Reads how people were sampled. */
final class DesignReader {
  private static final String AGENCIES = "same_agencies";

  private final Remarks remarks;
  private final Fields study;

  DesignReader(Remarks remarks, Fields study) {
    this.remarks = remarks;
    this.study = study;
  }

  Study.DesignUse read(Fields fields, Optional<WeightingUse> weighting) {
    String share =
        fields.choice("waves_share", "nothing", List.of("nothing", AGENCIES, "same_people"));
    return new Study.DesignUse(
        fields.named("weight"),
        fields.choice("zero_weights", "error", List.of("error", "set_aside")),
        fields.named("strata"),
        psu(fields, share),
        fields.named("fpc"),
        fields.choice(
            "lonely_psu", "fail", List.of("fail", "remove", "certainty", "adjust", "average")),
        errors(fields, weighting),
        new ReplicatesReader(remarks, fields).read(weighting.isPresent()),
        share,
        share.equals("same_people") && !fields.has("psu"),
        weighting);
  }

  /** The unit that answers again: the PSU, or without one the person, found again by the key. */
  private Optional<Study.Named> psu(Fields fields, String share) {
    if (share.equals("nothing")) {
      return fields.named("psu");
    }
    if (fields.has("replicates")) {
      remarks.add(
          Code.REPLICATES_IMPOSSIBLE,
          fields.at("waves_share"),
          "replicate weights do not tell which of them belong together in two waves",
          "waves_share: nothing, which takes the waves for independent",
          "waves_share: nothing");
    }
    if (share.equals(AGENCIES)) {
      fields.require("psu");
      return fields.named("psu");
    }
    study.require("key");
    return fields.has("psu") ? fields.named("psu") : study.named("key");
  }

  /** Leaving out PSUs needs PSUs that are groups, and weights that stay as they are. */
  private Errors errors(Fields fields, Optional<WeightingUse> weighting) {
    String name = fields.choice("variance", "linearised", List.of("linearised", "jackknife"));
    if (name.equals("linearised")) {
      return Errors.linearised();
    }
    if (!fields.has("psu")) {
      remarks.add(
          Code.JACKKNIFE_IMPOSSIBLE,
          fields.at("variance"),
          "\"jackknife\" leaves out one PSU at a time, but each person is a PSU",
          "\"psu\": the column of the groups in which people were sampled",
          "add psu, or use variance: linearised, which is the same to the first order");
    }
    if (weighting.isPresent()) {
      remarks.add(
          Code.JACKKNIFE_IMPOSSIBLE,
          fields.at("variance"),
          "\"jackknife\" does not make weights from headcounts anew without each PSU",
          "weights as they are in the data",
          "use variance: linearised, which allows for the headcounts");
    }
    return Errors.jackknife();
  }
}
