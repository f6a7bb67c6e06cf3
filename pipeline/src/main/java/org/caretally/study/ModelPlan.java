package org.caretally.study;

import java.util.List;
import org.caretally.disclosure.Care;
import org.caretally.estimate.Model;

/**
 * A regression model ready to be fitted.
 *
 * @param label what it is about, in words
 * @param outcomeLabel the outcome in words
 * @param worse whether more of the outcome is worse: {@code worse}, {@code better} or {@code
 *     neutral}
 * @param with names of the regressors in the study file
 * @param labels the regressors in words
 * @param care how careful the disclosure gate must be
 * @param model how it is fitted
 */
public record ModelPlan(
    String label,
    String outcomeLabel,
    String worse,
    List<String> with,
    List<String> labels,
    Care care,
    Model model) {}
