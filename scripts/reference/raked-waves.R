# Reference values from R for change between waves that are raked, each to headcounts of its own.
#
#   Rscript scripts/reference/raked-waves.R
#
# Uses waves.csv, which waves.R writes. Writes raked-waves-expected.csv: key, value. The waves are stacked, the
# same districts are the PSUs of all, and raking has the margins of each wave. A change is a function of
# totals, since svyby has no covariances of groups for calibrated designs. Needs the package survey.

suppressPackageStartupMessages(library(survey))
options(survey.lonely.psu = "fail", digits = 15)
args <- commandArgs(trailingOnly = FALSE)
here <- dirname(normalizePath(sub("^--file=", "", grep("^--file=", args, value = TRUE))))
out <- file.path(here, "..", "..", "pipeline", "src", "test", "resources", "reference")
S <- read.csv(file.path(out, "waves.csv"))
S$kind <- factor(S$stype)
S$side <- factor(S$stratum)
heads <- list(
  "2019" = list(kind = c(4400, 750, 1000), side = c(3100, 3050)),
  "2020" = list(kind = c(4300, 800, 1100), side = c(3300, 2900)),
  "2022" = list(kind = c(3900, 1000, 1400), side = c(2900, 3400)))
rows <- list()
put <- function(key, value) {
  rows[[length(rows) + 1]] <<- data.frame(key = key, value = sprintf("%.17g", as.numeric(value)))
}
raked <- function(label, waves, c, v, g) {
  d <- S[S$wave %in% waves, ]
  d$year <- factor(d$wave)
  for (k in seq_along(waves)) {
    d[[paste0("n", k)]] <- as.integer(d$wave == waves[k] & (g == "" | d$stype == 0))
    d[[paste0("t", k)]] <- d[[paste0("n", k)]] * d[[v]]
  }
  f <- ~ 0 + year + year:kind + year:side
  design <- svydesign(id = ~psu, strata = ~stratum, weights = ~w, data = d, nest = TRUE)
  wanted <- sapply(colnames(model.matrix(f, d)), function(column) {
    h <- heads[[sub("^year(\\d+).*$", "\\1", column)]]
    level <- sub("^.*:(kind|side)", "", column)
    if (grepl(":kind", column)) h$kind[match(level, levels(d$kind))]
    else if (grepl(":side", column)) h$side[match(level, levels(d$side))]
    else sum(h$kind)
  })
  stopifnot(qr(model.matrix(f, d))$rank == ncol(model.matrix(f, d)))
  made <- calibrate(design, f, wanted, calfun = "raking", epsilon = 1e-13, maxit = 500)
  k <- seq_along(waves)
  totals <- svytotal(reformulate(c(paste0("n", k), paste0("t", k))), made)
  formula <- parse(text = paste(sprintf("(%.17g) * t%d / n%d", c, k, k), collapse = " + "))[[1]]
  told <- svycontrast(totals, formula)
  put(paste0("change.", label), coef(told))
  put(paste0("se.", label), SE(told))
}
x <- c(2019, 2020, 2022)
l <- x - mean(x)
q <- residuals(lm(l^2 ~ l))
for (v in c("x", "bad")) for (g in c("", "0")) {
  key <- paste("raked", v, g, sep = ".")
  raked(paste0(key, ".2019-2020"), c(2019, 2020), c(-1, 1), v, g)
  raked(paste0(key, ".2020-2022"), c(2020, 2022), c(-1, 1), v, g)
  raked(paste0(key, ".linear"), x, l / sum(l^2), v, g)
  raked(paste0(key, ".quadratic"), x, q / sum(q^2), v, g)
}
write.csv(do.call(rbind, rows), file.path(out, "raked-waves-expected.csv"), row.names = FALSE, quote = FALSE)
