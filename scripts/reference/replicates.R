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

# --- replicate weights that come with the data: replicate-<case>.csv holds weights and answers, and
# replicate-expected.csv values. Weights are multiples of 1/1024, so that every reader has the same.
grid <- function(w) round(w * 1024) / 1024
as_data <- function(d) list(type = sub("subbootstrap", "bootstrap", d$type), w = grid(weights(d, "sampling")), r = grid(weights(d, "analysis")),
                            scale = d$scale, rscales = d$rscales)
set.seed(20260401)
plain <- list(
  scd = svydesign(id = ~psu, strata = ~stratum, weights = ~w, nest = TRUE, data = D),
  apiclus1 = svydesign(id = ~psu, weights = ~w, data = C),
  apistrat = svydesign(id = ~psu, strata = ~stratum, weights = ~w, data = S))
brr <- list(type = "BRR", w = rep(1, 6), r = 2 * cbind(c(1, 0, 1, 0, 1, 0), c(1, 0, 0, 1, 0, 1), c(0, 1, 1, 0, 0, 1), c(0, 1, 0, 1, 1, 0)))
ids <- match(C$psu, sort(unique(C$psu)))
wave <- sapply(1:12, function(k) grid(C$w * (1 + 0.9 * sin(k * ids) - 0.4 * (ids == k))))
cases <- list(
  brr = c(brr, data = "scd"),
  fay = c(as_data(as.svrepdesign(plain$scd, type = "Fay", fay.rho = 0.25)), data = "scd", rho = 0.25),
  jkn = c(as_data(as.svrepdesign(plain$scd, type = "JKn")), data = "scd"),
  jk1 = c(as_data(as.svrepdesign(plain$apiclus1, type = "JK1")), data = "apiclus1"),
  bootstrap = c(as_data(as.svrepdesign(plain$apistrat, type = "subbootstrap", replicates = 25)), data = "apistrat"),
  sdr = list(type = "successive-difference", w = grid(C$w), r = wave, data = "apiclus1"))
stopifnot(any(cases$sdr$r < 0), any(cases$brr$r == 0))
rows <- list()
for (name in names(cases)) {
  one <- cases[[name]]
  d <- list(scd = D, apiclus1 = C, apistrat = S)[[one$data]]
  d <- if (one$data == "scd") data.frame(x = d$alive, y = d$arrests, g = c(0, 0, 1, 1, 0, 1))
       else data.frame(x = d$api00, y = d$enroll, g = d$awards)
  r <- as.data.frame(as.matrix(one$r)); names(r) <- paste0("r", seq_along(r))
  write.csv(cbind(w = one$w, d, r), file.path(out, paste0("replicate-", name, ".csv")), row.names = FALSE)
  for (mse in c(TRUE, FALSE)) {
    given <- list(data = d, repweights = as.matrix(r), weights = one$w, type = one$type, combined.weights = TRUE, mse = mse)
    if (name == "fay") given$rho <- one$rho
    if (name %in% c("jkn", "jk1", "bootstrap")) { given$scale <- one$scale; given$rscales <- one$rscales }
    designs <- list(); designs[[name]] <- do.call(svrepdesign, given)
    tag <- paste0(name, if (mse) "" else "-mean")
    w2 <- function(statistic, f) {
      e <- withReplicates(designs[[name]], function(w, d) f(w, d$x, d$y, d$g))
      both(statistic, tag, e, "svrepdesign, withReplicates")
    }
    both("mean", tag, svymean(~x, designs[[name]]), "svrepdesign, svymean")
    both("share", tag, svymean(~g, designs[[name]]), "svrepdesign, svymean")
    both("ratio", tag, svyratio(~x, ~y, designs[[name]]), "svrepdesign, svyratio")
    w2("sd", function(w, x, y, g) sqrt(cov1(w, x, x)))
    w2("r", function(w, x, y, g) cov1(w, x, y) / sqrt(cov1(w, x, x) * cov1(w, y, y)))
    w2("difference", function(w, x, y, g) gap(w, x, g))
  }
  put(paste0("scale.", name), designs[[name]]$scale, "svrepdesign")
  put(paste0("rscales.", name), designs[[name]]$rscales[1], "svrepdesign")
  put(paste0("df.", name), degf(designs[[name]]), "degf")
}
write.csv(do.call(rbind, rows), file.path(out, "replicate-expected.csv"), row.names = FALSE)
