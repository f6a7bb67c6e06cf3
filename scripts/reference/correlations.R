# Reference values from R for partial, point-biserial and polychoric correlations.
#
#   Rscript scripts/reference/correlations.R
#
# Reads the data sets that statistics.R wrote and writes correlations-expected.csv beside them: key,
# value, how it was made. Needs the packages survey, mnormt and psych.

suppressPackageStartupMessages({library(survey); library(mnormt); library(psych)})
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

# --- partial: lm residuals, then the correlation by svycontrast of svytotal of squares and product.
# The derivative by the coefficients is 0, so totals of fixed residuals give the error too.
partial <- function(name, x, y, given) {
  d <- designs[[name]]; w <- weights(d)
  ok <- complete.cases(d$variables[c(x, y, sub("factor\\((.*)\\)", "\\1", given))])
  f <- function(v) {
    fit <- lm(as.formula(paste(v, "~", paste(given, collapse = "+"))), d$variables[ok, ], weights = w)
    replace(numeric(nrow(d$variables)), which(ok), residuals(fit))
  }
  e <- f(x); g <- f(y)
  t <- svytotal(~ee + gg + eg, update(d, ee = e^2, gg = g^2, eg = e * g))
  r <- svycontrast(t, quote(eg / sqrt(ee * gg)))
  key <- paste(name, x, y, paste(gsub("factor\\(|\\)", "", given), collapse = "+"), sep = ".")
  put(paste0("partial.", key), coef(r), "residuals of lm, svycontrast")
  put(paste0("partial_se.", key), SE(r), "residuals of lm, svycontrast")
}
partial("apistrat", "api00", "meals", c("ell", "enroll"))
partial("apistrat", "api00", "api99", c("factor(stype)", "meals"))
partial("apiclus1", "api00", "ell", c("meals", "factor(awards)"))
partial("nhanes", "HI_CHOL", "agecat", "factor(race)")

# --- Pearson of a yes or no with a number: svyvar, whose divisor n - 1 cancels
biserial <- function(name, x, y) {
  d <- designs[[name]]
  v <- svyvar(as.formula(paste0("~", x, "+", y)), d)
  t <- c(v[1, 1], v[1, 2], v[2, 2])
  g <- c(-t[2] / (2 * t[1]^1.5 * sqrt(t[3])), 1 / sqrt(t[1] * t[3]), -t[2] / (2 * t[3]^1.5 * sqrt(t[1])))
  V <- attr(v, "var"); k <- if (nrow(V) == 4) c(1, 2, 4) else 1:3
  put(paste("biserial", name, x, y, sep = "."), t[2] / sqrt(t[1] * t[3]), "svyvar")
  put(paste("biserial_se", name, x, y, sep = "."), sqrt(t(g) %*% V[k, k] %*% g), "svyvar, gradient")
}
biserial("apistrat", "awards", "api00"); biserial("apiclus1", "sch.wide", "api99")
biserial("apiclus1", "sch.wide", "awards")

# --- polychoric: the likelihood of the table is maximised over rho by its numeric slope; cell
# probabilities by mnormt; the error from the derivative by each cell's weight, taken numerically
cells <- function(a, b, rho) {
  lim <- function(x) pmin(pmax(x, -30), 30)
  p <- outer(lim(a), lim(b), Vectorize(function(s, t)
    biv.nt.prob(Inf, lower = c(-Inf, -Inf), upper = c(s, t), mean = c(0, 0), S = matrix(c(1, rho, rho, 1), 2))))
  p <- rbind(0, p); p <- cbind(0, p)
  n <- nrow(p); m <- ncol(p)
  p[-1, -1] - p[-n, -1] - p[-1, -m] + p[-n, -m]
}
poly <- function(tab, from, to) {
  p <- tab / sum(tab)
  a <- c(qnorm(head(cumsum(rowSums(p)), -1)), Inf); b <- c(qnorm(head(cumsum(colSums(p)), -1)), Inf)
  loglik <- function(r) sum((p * log(pmax(cells(a, b, r), 1e-300)))[p != 0])
  h <- 1e-3
  slope <- function(r) (8 * (loglik(r + h) - loglik(r - h)) - (loglik(r + 2 * h) - loglik(r - 2 * h))) / (12 * h)
  uniroot(slope, c(from, to), tol = 1e-13)$root
}
polychoric_of <- function(name, x, y) {
  d <- designs[[name]]; w <- weights(d); a <- d$variables[[x]]; b <- d$variables[[y]]
  ok <- !is.na(a) & !is.na(b)
  tab <- tapply(w[ok], list(a[ok], b[ok]), sum, default = 0)
  rho <- poly(tab, -.95, .95)
  z <- numeric(length(w))
  for (i in seq_len(nrow(tab))) for (j in seq_len(ncol(tab))) if (tab[i, j] > 0) {
    s <- by_weight(function(t) poly(t, rho - .1, rho + .1), tab, i + nrow(tab) * (j - 1))
    z[ok & a == as.numeric(rownames(tab)[i]) & b == as.numeric(colnames(tab)[j])] <- s
  }
  put(paste("polychoric", name, x, y, sep = "."), rho, "mnormt, uniroot")
  put(paste("polychoric_se", name, x, y, sep = "."), SE(svytotal(~z, update(d, z = z))), "numeric derivative by weight (Richardson)")
}
polychoric_of("nhanes", "race", "agecat"); polychoric_of("nhanes", "HI_CHOL", "agecat")
polychoric_of("apistrat", "stype", "awards"); polychoric_of("apiclus1", "stype", "sch.wide")
P <- psych::polychoric(N[c("race", "agecat")] + 1, correct = 0, ML = FALSE)
put("psych.nhanes.race.agecat", P$rho[1, 2], "psych::polychoric without weights")
put("polychoric.unweighted.nhanes.race.agecat", poly(table(N$race, N$agecat), -.95, .95), "mnormt, uniroot, without weights")

all <- do.call(rbind, rows)
all$how <- paste0(all$how, "; R ", getRversion(), ", survey ", packageVersion("survey"), ", mnormt ",
                  packageVersion("mnormt"), ", psych ", packageVersion("psych"))
write.csv(all, file.path(out, "correlations-expected.csv"), row.names = FALSE)
