# Reference values from R for standard errors by leaving out PSUs.
#
#   Rscript scripts/reference/replicates.R
#
# Reads the data sets that statistics.R wrote, writes scd.csv (survival of cardiac arrest, which the
# package ships) and replicates-expected.csv beside them: key, value, how it was made. Needs the
# package survey.

suppressPackageStartupMessages(library(survey))
options(survey.lonely.psu = "fail", digits = 15)
args <- commandArgs(trailingOnly = FALSE)
here <- dirname(normalizePath(sub("^--file=", "", grep("^--file=", args, value = TRUE))))
out <- file.path(here, "..", "..", "pipeline", "src", "test", "resources", "reference")
read <- function(name) read.csv(file.path(out, paste0(name, ".csv")))
data(scd)
D <- data.frame(stratum = scd$ESA, psu = scd$ambulance, w = 1, fpc = "", alive = scd$alive, arrests = scd$arrests)
write.csv(D, file.path(out, "scd.csv"), row.names = FALSE, na = "")
jk <- function(design, type) as.svrepdesign(design, type = type, mse = TRUE)
S <- read("apistrat"); C <- read("apiclus1"); N <- read("nhanes")
designs <- list(
  apistrat = jk(svydesign(id = ~psu, strata = ~stratum, weights = ~w, fpc = ~fpc, data = S), "JKn"),
  apiclus1 = jk(svydesign(id = ~psu, weights = ~w, fpc = ~fpc, data = C), "JK1"),
  nhanes = jk(svydesign(id = ~psu, strata = ~stratum, weights = ~w, nest = TRUE, data = N), "JKn"),
  scd = jk(svydesign(id = ~psu, strata = ~stratum, weights = ~w, nest = TRUE, data = D), "JKn"))
rows <- list()
put <- function(key, value, how)
  rows[[length(rows) + 1]] <<- data.frame(key = key, value = sprintf("%.17g", as.numeric(value)), how = how)
both <- function(statistic, name, e, how) {
  put(paste(statistic, name, sep = "."), coef(e), how)
  put(paste(paste0(statistic, "_se"), name, sep = "."), SE(e), how)
}
for (what in list(c("apistrat", "api00"), c("apiclus1", "api00"), c("apiclus1", "ell"), c("scd", "arrests"),
                  c("apistrat", "awards"), c("nhanes", "HI_CHOL")))
  both("mean", paste(what, collapse = "."),
       svymean(as.formula(paste0("~", what[2])), designs[[what[1]]], na.rm = TRUE), "svymean")
for (what in list(c("apistrat", "api00", "enroll"), c("apiclus1", "api00", "api99"), c("scd", "alive", "arrests")))
  both("ratio", paste(what, collapse = "."),
       svyratio(as.formula(paste0("~", what[2])), as.formula(paste0("~", what[3])), designs[[what[1]]]), "svyratio")
with <- function(statistic, name, columns, f)
  both(statistic, paste(c(name, columns), collapse = "."), withReplicates(designs[[name]], function(w, d) {
    x <- d[[columns[1]]]; y <- d[[columns[2]]]
    ok <- !is.na(x) & !is.na(y)
    f(w[ok], x[ok], y[ok])
  }), "withReplicates")
mean1 <- function(w, x) sum(w * x) / sum(w)
cov1 <- function(w, x, y) mean1(w, x * y) - mean1(w, x) * mean1(w, y)
for (what in list(c("apistrat", "api00"), c("apiclus1", "enroll"), c("scd", "alive")))
  with("sd", what[1], what[c(2, 2)], function(w, x, y) sqrt(cov1(w, x, x)))
for (what in list(c("apistrat", "api00", "ell"), c("apiclus1", "meals", "enroll"), c("scd", "alive", "arrests")))
  with("r", what[1], what[2:3], function(w, x, y) cov1(w, x, y) / sqrt(cov1(w, x, x) * cov1(w, y, y)))
# groups 0 and 1 of the second variable
gap <- function(w, x, g) mean1(w[g == 0], x[g == 0]) - mean1(w[g == 1], x[g == 1])
for (what in list(c("apistrat", "api00", "awards"), c("apiclus1", "api00", "awards"))) {
  with("difference", what[1], what[2:3], gap)
  with("d", what[1], what[2:3], function(w, x, g) {
    a <- g == 0; b <- g == 1
    gap(w, x, g) / sqrt((sum(w[a]) * cov1(w[a], x[a], x[a]) + sum(w[b]) * cov1(w[b], x[b], x[b])) / sum(w))
  })
}
with("log_share_ratio", "nhanes", c("HI_CHOL", "woman"), function(w, x, g)
  log(mean1(w[g == 0], x[g == 0]) / mean1(w[g == 1], x[g == 1])))
with("share_difference", "nhanes", c("HI_CHOL", "woman"), gap)
write.csv(do.call(rbind, rows), file.path(out, "replicates-expected.csv"), row.names = FALSE)
