# Reference values from R for regression models under a survey design.
#
#   Rscript scripts/reference/models.R
#
# Writes, under pipeline/src/test/resources/reference, model-*.csv (columns of data sets that R's survey
# package ships: api, California schools 2000, and every fifth person of nhanes, NHANES 2009-2010; both
# public) and model-expected.csv (key, value, how it was made).

suppressPackageStartupMessages(library(survey))
options(survey.lonely.psu = "fail", digits = 15)
args <- commandArgs(trailingOnly = FALSE)
here <- dirname(normalizePath(sub("^--file=", "", grep("^--file=", args, value = TRUE))))
out <- file.path(here, "..", "..", "pipeline", "src", "test", "resources", "reference")
software <- paste("R", getRversion(), "survey", packageVersion("survey"))

rows <- list()
note <- function(key, value, how) rows[[length(rows) + 1]] <<- data.frame(key, value, how = paste(how, software, sep = "; "))
tight <- glm.control(epsilon = 1e-15, maxit = 200)

model <- function(name, formula, design, family, terms) {
  # glm takes the weights of its last step but one; starting at the solution puts them there too
  fit <- svyglm(formula, design, family = family, control = tight)
  fit <- eval(bquote(svyglm(formula, design, family = family, control = tight, start = .(coef(fit)))))
  how <- paste("svyglm", deparse1(formula), family$link)
  for (k in names(coef(fit))[-1]) {
    note(paste(name, k, "b", sep = "."), coef(fit)[[k]], how)
    note(paste(name, k, "se", sep = "."), SE(fit)[[k]], how)
    note(paste(name, k, "p", sep = "."), summary(fit)$coefficients[k, 4], how)
  }
  note(paste(name, "df", sep = "."), fit$df.residual, how)
  for (t in terms) {
    test <- regTermTest(fit, reformulate(t), method = "Wald")
    note(paste(name, t, "wald_p", sep = "."), as.numeric(test$p), paste("regTermTest of", how))
  }
}

save <- function(d, name) write.csv(d, file.path(out, paste0("model-", name, ".csv")), row.names = FALSE, na = "")

data(api); data(nhanes)
school <- function(d, psu, stratum, fpc) data.frame(stratum, psu, w = d$pw, fpc,
  api00 = d$api00, ell = d$ell, meals = d$meals, mobility = d$mobility,
  stype = match(d$stype, c("E", "H", "M")) - 1, target = as.integer(d$sch.wide == "Yes"))
strat <- school(apistrat, seq_len(nrow(apistrat)), match(apistrat$stype, c("E", "H", "M")), apistrat$fpc)
clus <- school(apiclus1, apiclus1$dnum, 1, apiclus1$fpc)
people <- nhanes[seq(1, nrow(nhanes), by = 5), ]
people <- data.frame(stratum = people$SDMVSTRA, psu = people$SDMVPSU, w = people$WTMEC2YR, fpc = NA,
  chol = people$HI_CHOL, race = people$race - 1, age = as.integer(people$agecat) - 1, woman = people$RIAGENDR - 1)
save(strat, "apistrat"); save(clus, "apiclus1"); save(people, "nhanes")

f <- function(d) { d$stype <- factor(d$stype); d }
S <- svydesign(id = ~psu, strata = ~stratum, weights = ~w, fpc = ~fpc, data = f(strat))
C <- svydesign(id = ~psu, weights = ~w, fpc = ~fpc, data = f(clus))
people$race <- factor(people$race); people$age <- factor(people$age)
N <- svydesign(id = ~psu, strata = ~stratum, weights = ~w, nest = TRUE, data = people)
for (d in c("S", "C")) {
  design <- get(d); name <- c(S = "apistrat", C = "apiclus1")[[d]]
  model(paste0(name, ".linear"), api00 ~ ell + meals + mobility + stype, design, gaussian(), c("stype", "ell"))
  model(paste0(name, ".logistic"), target ~ ell + meals + mobility + stype, design, quasibinomial(), c("stype", "ell"))
  model(paste0(name, ".prevalence_ratio"), target ~ ell + meals + mobility + stype, design, quasipoisson(), "stype")
}
model("nhanes.logistic", chol ~ woman + age + race, N, quasibinomial(), c("age", "race"))
model("nhanes.prevalence_ratio", chol ~ woman + age + race, N, quasipoisson(), c("age", "race"))
write.csv(do.call(rbind, rows), file.path(out, "model-expected.csv"), row.names = FALSE)
