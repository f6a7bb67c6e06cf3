# Reference values from R for models of the carers-efc study (EUROFAMCARE, 908 family carers).
#
#   Rscript scripts/reference/carers-models.R path/to/efc.csv
#
# Writes pipeline/src/test/resources/reference/carers-models.csv. Everybody counts once and is a PSU. Intervals use the
# degrees of freedom of all 908 people, as Caretally does: a person without an answer still belongs to the design.

suppressPackageStartupMessages(library(survey))
args <- commandArgs(trailingOnly = FALSE)
here <- dirname(normalizePath(sub("^--file=", "", grep("^--file=", args, value = TRUE))))
out <- file.path(here, "..", "..", "pipeline", "src", "test", "resources", "reference", "carers-models.csv")
software <- paste("R", getRversion(), "survey", packageVersion("survey"))
d <- read.csv(tail(args, 1))
for (a in c("c172code", "e42dep")) d[[a]] <- factor(d[[a]])
d$low <- as.integer(d$quol_5 < 13)
design <- suppressWarnings(svydesign(ids = ~1, data = d))
tight <- glm.control(epsilon = 1e-15, maxit = 200)

rows <- list()
for (kind in c("linear", "logistic", "prevalence_ratio")) {
  family <- switch(kind, linear = gaussian(), logistic = quasibinomial(), prevalence_ratio = quasipoisson())
  outcome <- if (kind == "linear") "neg_c_7" else "low"
  formula <- as.formula(paste(outcome, "~ I(c12hour / 20) + I(c160age / 10) + c172code + e42dep + c175empl"))
  fit <- svyglm(formula, design, family = family, control = tight)
  fit <- eval(bquote(svyglm(formula, design, family = family, control = tight, start = .(coef(fit)))))
  half <- qt(.975, nrow(d) - length(coef(fit))) * SE(fit)
  show <- if (kind == "linear") identity else exp
  k <- seq_along(coef(fit))[-1]
  value <- show(coef(fit))[k]
  rows[[kind]] <- data.frame(kind, term = names(coef(fit))[k], estimate = value,
    std_error = (SE(fit) * (if (kind == "linear") 1 else show(coef(fit))))[k],
    ci_low = show(coef(fit) - half)[k], ci_high = show(coef(fit) + half)[k], n = nobs(fit), software)
}
write.csv(do.call(rbind, rows), out, row.names = FALSE)
