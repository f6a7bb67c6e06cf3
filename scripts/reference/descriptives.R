# Reference values from R for totals, ratios, design effects and rank tests.
#
#   Rscript scripts/reference/descriptives.R
#
# Reads the data sets that statistics.R wrote and writes descriptives-expected.csv beside them: key,
# value, how it was made. Needs the package survey.

suppressPackageStartupMessages(library(survey))
options(survey.lonely.psu = "fail", digits = 15)
args <- commandArgs(trailingOnly = FALSE)
here <- dirname(normalizePath(sub("^--file=", "", grep("^--file=", args, value = TRUE))))
out <- file.path(here, "..", "..", "pipeline", "src", "test", "resources", "reference")
source(file.path(here, "derivative.R"))
read <- function(name) read.csv(file.path(out, paste0(name, ".csv")))
S <- read("apistrat"); C <- read("apiclus1"); N <- read("nhanes")
designs <- list(
  apistrat = svydesign(id = ~1, strata = ~stratum, weights = ~w, fpc = ~fpc, data = S),
  apiclus1 = svydesign(id = ~psu, weights = ~w, fpc = ~fpc, data = C),
  nhanes = svydesign(id = ~psu, strata = ~stratum, weights = ~w, nest = TRUE, data = N))
rows <- list()
put <- function(key, value, how)
  rows[[length(rows) + 1]] <<- data.frame(key = key, value = sprintf("%.17g", as.numeric(value)), how = how)
for (what in list(c("apistrat", "awards"), c("apiclus1", "sch.wide"), c("nhanes", "HI_CHOL"))) {
  e <- svytotal(as.formula(paste0("~", what[2])), designs[[what[1]]], na.rm = TRUE)
  put(paste("people", what[1], what[2], sep = "."), coef(e), "svytotal")
  put(paste("people_se", what[1], what[2], sep = "."), SE(e), "svytotal")
}
for (what in list(c("apistrat", "api00", "enroll"), c("apiclus1", "api00", "api99"))) {
  e <- svyratio(as.formula(paste0("~", what[2])), as.formula(paste0("~", what[3])), designs[[what[1]]])
  put(paste("ratio", paste(what, collapse = "."), sep = "."), coef(e), "svyratio")
  put(paste("ratio_se", paste(what, collapse = "."), sep = "."), SE(e), "svyratio")
}
for (what in list(c("apistrat", "api00"), c("apiclus1", "api00"), c("apiclus1", "ell")))
  put(paste("deff_wor", what[1], what[2], sep = "."),
      deff(svymean(as.formula(paste0("~", what[2])), designs[[what[1]]], deff = TRUE)), "svymean, deff = TRUE")

# --- rank test of two groups on weighted mid-ridits, ties shared by weight: values by hand, error by
# the derivative by each person's weight taken numerically, then svytotal
midrank <- function(x, w) {
  s <- rowsum(w, x); v <- as.numeric(rownames(s)); below <- cumsum(s) - s
  ((below + s / 2) / sum(w))[match(x, v)]
}
ranks <- function(name, y, g, first, second) {
  d <- designs[[name]]; w <- weights(d); x <- d$variables[[y]]; g <- d$variables[[g]]
  a <- g == first; b <- g == second; ok <- a | b
  gap <- function(w) {
    r <- numeric(length(w)); r[ok] <- midrank(x[ok], w[ok])
    weighted.mean(r[a], w[a]) - weighted.mean(r[b], w[b])
  }
  z <- numeric(length(w)); key <- paste(x, g)
  for (k in unique(key[ok])) {
    i <- which(key == k)[1]
    z[key == k] <- by_weight(gap, w, i)
  }
  k <- paste(name, y, sep = ".")
  put(paste("rank", k, sep = "."), gap(w), "weighted mid-ranks")
  put(paste("rank_se", k, sep = "."), SE(svytotal(~z, update(d, z = z))), "numeric derivative by weight (Richardson), svytotal")
}
ranks("apistrat", "api00", "stype", 0, 1)
ranks("apiclus1", "enroll", "stype", 0, 2)
ranks("nhanes", "agecat", "race", 1, 2)
all <- do.call(rbind, rows)
all$how <- paste0(all$how, "; R ", getRversion(), ", survey ", packageVersion("survey"))
write.csv(all, file.path(out, "descriptives-expected.csv"), row.names = FALSE)
