# Reference values from R for pooling imputed data sets.
#
#   Rscript scripts/reference/imputation.R
#
# Value, variance and missing information: mitools::MIcombine. Its degrees of freedom leave out (1 + 1/m) in those of the
# observed data, so they and what rests on them are the formulas of Barnard and Rubin (1999), written down here. Writes
# imputation-expected.csv: key, value, how. Needs mitools.

suppressPackageStartupMessages(library(mitools))
args <- commandArgs(trailingOnly = FALSE)
here <- dirname(normalizePath(sub("^--file=", "", grep("^--file=", args, value = TRUE))))
out <- file.path(here, "..", "..", "pipeline", "src", "test", "resources", "reference")
rows <- list()
put <- function(key, value, how) rows[[length(rows) + 1]] <<- data.frame(key, value = sprintf("%.17g", value), how)
version <- paste0(sub("ersion ", "", sub(" \\(.*", "", R.version.string)), ", mitools ", packageVersion("mitools"))
cases <- list(five = list(q = c(10.2, 10.9, 9.8, 10.4, 11.1), u = c(.31, .28, .35, .30, .29), df = 38),
              two = list(q = c(.112, .131), u = c(.0004, .0005), df = 9),
              little = list(q = .4 + (1:20) * 1e-4, u = rep(.0016, 20), df = 210))
for (name in names(cases)) {
  k <- cases[[name]]; m <- length(k$q)
  made <- MIcombine(as.list(k$q), as.list(k$u), df.complete = k$df)
  put(paste0("value.", name), coef(made)[[1]], paste("MIcombine;", version))
  put(paste0("variance.", name), vcov(made)[[1]], paste("MIcombine;", version))
  within <- mean(k$u); between <- (1 + 1 / m) * var(k$q)
  lambda <- between / (within + between)
  observed <- (k$df + 1) / (k$df + 3) * k$df * (1 - lambda)
  df <- 1 / (1 / ((m - 1) / lambda^2) + 1 / observed)
  put(paste0("df.", name), df, paste("Barnard and Rubin (1999);", version))
  r <- between / within
  put(paste0("missing.", name), (r + 2 / (df + 3)) / (r + 1), paste("Rubin (1987);", version))
}
write.csv(do.call(rbind, rows), file.path(out, "imputation-expected.csv"), row.names = FALSE)
