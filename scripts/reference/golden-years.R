# The golden case of two years in which the same agencies answer: districts of R's data set apiclus1, whose
# schools were tested in 1999 and 2000. Taken for fresh samples the error of the change is ten times too large.
#
#   Rscript scripts/reference/golden-years.R
#
# Writes golden-years.csv (year, psu, w, x) and golden-years-expected.csv: key, value. Needs the package survey.

suppressPackageStartupMessages(library(survey))
options(digits = 15)
args <- commandArgs(trailingOnly = FALSE)
here <- dirname(normalizePath(sub("^--file=", "", grep("^--file=", args, value = TRUE))))
out <- file.path(here, "..", "..", "pipeline", "src", "test", "resources", "reference")
data(api)
one <- function(year, x) data.frame(year, psu = apiclus1$dnum, w = apiclus1$pw, x)
S <- rbind(one(1999, apiclus1$api99), one(2000, apiclus1$api00))
write.csv(S, file.path(out, "golden-years.csv"), row.names = FALSE)

same <- svydesign(id = ~psu, weights = ~w, data = S)
fresh <- svydesign(id = ~psu, strata = ~year, weights = ~w, data = S, nest = TRUE)
members <- svydesign(id = ~dnum, weights = ~pw, data = apiclus1)
rows <- list()
put <- function(key, value) {
  rows[[length(rows) + 1]] <<- data.frame(key = key, value = sprintf("%.17g", as.numeric(value)))
}
for (d in list(list("same", same), list("fresh", fresh))) {
  m <- svyby(~x, ~year, d[[2]], svymean, covmat = TRUE)
  change <- svycontrast(m, c(-1, 1))
  put(paste0("change.", d[[1]]), coef(change))
  put(paste0("se.", d[[1]]), SE(change))
  put(paste0("df.", d[[1]]), degf(d[[2]]))
}
# by another road: the mean change of each school
m <- svymean(~ I(api00 - api99), members)
put("change.members", coef(m))
put("se.members", SE(m))
write.csv(do.call(rbind, rows), file.path(out, "golden-years-expected.csv"), row.names = FALSE, quote = FALSE)
