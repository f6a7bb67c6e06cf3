# Reference values from R for the statistics of the estimate room.
#
#   Rscript scripts/reference/statistics.R
#
# Writes, under pipeline/src/test/resources/reference, the data sets that R's survey package ships
# (api: California schools 2000; nhanes: NHANES 2009-2010, both public data) with the columns that are
# used, and expected.csv: key, value, how it was made. Needs the package survey.

suppressPackageStartupMessages(library(survey))
options(survey.lonely.psu = "fail", digits = 15)
args <- commandArgs(trailingOnly = FALSE)
here <- dirname(normalizePath(sub("^--file=", "", grep("^--file=", args, value = TRUE))))
out <- file.path(here, "..", "..", "pipeline", "src", "test", "resources", "reference")
source(file.path(here, "derivative.R"))

data(api); data(nhanes)
write <- function(d, name) write.csv(d, file.path(out, name), row.names = FALSE, na = "")
columns <- c("stype", "api00", "api99", "ell", "meals", "enroll", "sch.wide", "awards")
school <- function(d) {
  d$stype <- match(d$stype, c("E", "H", "M")) - 1
  d$sch.wide <- as.integer(d$sch.wide == "Yes")
  d$awards <- as.integer(d$awards == "Yes")
  d
}
S <- school(apistrat); C <- school(apiclus1)
N <- nhanes
N$race <- N$race - 1
N$agecat <- as.integer(N$agecat) - 1
N$woman <- N$RIAGENDR - 1
for (a in c("race", "agecat", "woman")) stopifnot(!anyNA(N[[a]]))
write(data.frame(stratum = S$stype, psu = seq_len(nrow(S)), w = S$pw, fpc = S$fpc, S[columns]), "apistrat.csv")
write(data.frame(stratum = 1, psu = C$dnum, w = C$pw, fpc = C$fpc, C[columns]), "apiclus1.csv")
write(data.frame(stratum = N$SDMVSTRA, psu = N$SDMVPSU, w = N$WTMEC2YR, fpc = "",
                 N[c("HI_CHOL", "race", "agecat", "woman")]), "nhanes.csv")
designs <- list(
  apistrat = svydesign(id = ~1, strata = ~stype, weights = ~pw, fpc = ~fpc, data = S),
  apiclus1 = svydesign(id = ~dnum, weights = ~pw, fpc = ~fpc, data = C),
  nhanes = svydesign(id = ~SDMVPSU, strata = ~SDMVSTRA, weights = ~WTMEC2YR, nest = TRUE, data = N))

rows <- list()
put <- function(key, value, how) {
  rows[[length(rows) + 1]] <<- data.frame(key = key, value = sprintf("%.17g", as.numeric(value)), how = how)
}
total_se <- function(design, z) sqrt(as.numeric(vcov(svytotal(~z, update(design, z = z)))))

# --- Spearman: value by weighted mid-ranks, error from the derivative by each person's weight, taken
# numerically, so that neither the influence formula nor the table form is used
midrank <- function(x, w) {
  s <- rowsum(w, x); v <- as.numeric(rownames(s)); below <- cumsum(s) - s
  ((below + s / 2) / sum(w))[match(x, v)]
}
wcor <- function(x, y, w) {
  x <- x - sum(w * x) / sum(w); y <- y - sum(w * y) / sum(w)
  sum(w * x * y) / sqrt(sum(w * x * x) * sum(w * y * y))
}
rho <- function(x, y, w) wcor(midrank(x, w), midrank(y, w), w)
spearman <- function(name, x, y) {
  d <- designs[[name]]; w <- weights(d)
  a <- d$variables[[x]]; b <- d$variables[[y]]
  ok <- !is.na(a) & !is.na(b)
  z <- numeric(length(w))
  key <- paste(a, b)
  for (k in unique(key[ok])) {
    i <- which(key == k & ok)[1]
    z[key == k & ok] <- by_weight(function(w) rho(a[ok], b[ok], w[ok]), w, i, sum(w[ok]) / 1000)
  }
  put(paste("spearman", name, x, y, sep = "."), rho(a[ok], b[ok], w[ok]), "weighted mid-ranks, then Pearson")
  put(paste("spearman_se", name, x, y, sep = "."), total_se(d, z), "numeric derivative by weight (Richardson), svytotal")
}
spearman("apistrat", "api00", "meals"); spearman("apistrat", "ell", "awards")
spearman("apiclus1", "api00", "enroll"); spearman("apiclus1", "api99", "ell")
spearman("nhanes", "race", "agecat"); spearman("nhanes", "HI_CHOL", "agecat")

# --- differences of two groups; group = expression, other = expression (both logical)
sides <- function(name, y, a, b) {
  d <- designs[[name]]
  v <- d$variables[[y]]; ok <- !is.na(v); v[!ok] <- 0
  svytotal(~wa + xa + qa + wb + xb + qb,
           update(d, wa = a * ok, xa = a * ok * v, qa = a * ok * v^2,
                  wb = b * ok, xb = b * ok * v, qb = b * ok * v^2))
}
effect <- function(key, t, what, expr) {
  e <- svycontrast(t, expr)
  put(paste(what, key, sep = "."), coef(e), "svycontrast of svytotal")
  put(paste(what, "se", key, sep = "."), SE(e), "svycontrast of svytotal")
}
difference <- function(name, y, key, a, b, share) {
  t <- sides(name, y, a, b)
  k <- paste(name, y, key, sep = ".")
  effect(k, t, "diff", quote(xa / wa - xb / wb))
  if (share) {
    effect(k, t, "ratio", quote((xa / wa) / (xb / wb)))
    effect(k, t, "odds", quote((xa / (wa - xa)) / (xb / (wb - xb))))
  } else {
    effect(k, t, "d", quote((xa / wa - xb / wb) / sqrt((qa - xa^2 / wa + qb - xb^2 / wb) / (wa + wb))))
  }
}
for (name in c("apistrat", "apiclus1")) {
  g <- designs[[name]]$variables$stype
  for (s in 0:2) {
    difference(name, "api00", paste0(s, "_rest"), g == s, g != s, FALSE)
    difference(name, "sch.wide", paste0(s, "_rest"), g == s, g != s, TRUE)
  }
  difference(name, "api00", "0_1", g == 0, g == 1, FALSE)
  difference(name, "sch.wide", "0_2", g == 0, g == 2, TRUE)
}
g <- N$race
for (s in 0:3) difference("nhanes", "HI_CHOL", paste0(s, "_rest"), g == s, g != s, TRUE)
difference("nhanes", "HI_CHOL", "0_1", g == 0, g == 1, TRUE)

# --- Rao-Scott, second order
raoscott <- function(name, f, key) {
  x <- svychisq(f, designs[[name]], statistic = "F", na.rm = TRUE)
  put(paste("raoscott", name, key, "F", sep = "."), x$statistic, "svychisq")
  put(paste("raoscott", name, key, "ndf", sep = "."), x$parameter[1], "svychisq")
  put(paste("raoscott", name, key, "ddf", sep = "."), x$parameter[2], "svychisq")
  put(paste("raoscott", name, key, "p", sep = "."), x$p.value, "svychisq")
}
raoscott("apistrat", ~stype + sch.wide, "stype.sch.wide")
raoscott("apiclus1", ~stype + sch.wide, "stype.sch.wide")
raoscott("apiclus1", ~stype + awards, "stype.awards")
raoscott("nhanes", ~race + HI_CHOL, "race.HI_CHOL")
raoscott("nhanes", ~agecat + HI_CHOL, "agecat.HI_CHOL")

# --- Wald's F that means or shares are the same in all groups; eta by lm on the weights
wald <- function(name, y, g) {
  d <- designs[[name]]; d <- d[!is.na(d$variables[[y]]), ]
  x <- regTermTest(svyglm(as.formula(paste0(y, " ~ factor(", g, ")")), d), as.formula(paste0("~factor(", g, ")")))
  key <- paste("wald", name, y, g, sep = ".")
  put(paste(key, c("F", "ndf", "ddf", "p"), sep = "."), c(x$Ftest, x$df, x$ddf, x$p), "regTermTest of svyglm")
  fit <- lm(as.formula(paste0(y, " ~ factor(", g, ")")), d$variables, weights = weights(d))
  put(paste(key, "eta", sep = "."), sqrt(summary(fit)$r.squared), "lm")
}
wald("apistrat", "api00", "stype"); wald("apiclus1", "api00", "stype"); wald("apiclus1", "enroll", "stype")
wald("apistrat", "sch.wide", "stype"); wald("apiclus1", "awards", "stype"); wald("apiclus1", "ell", "awards")
wald("nhanes", "HI_CHOL", "race"); wald("nhanes", "agecat", "race"); wald("nhanes", "race", "agecat")

# --- linear trend over ordered groups: slope of the groups' results on their number
trend <- function(name, y, g) {
  b <- svyby(as.formula(paste0("~", y)), as.formula(paste0("~", g)), designs[[name]][!is.na(designs[[name]]$variables[[y]]), ],
             svymean, covmat = TRUE)
  k <- seq_len(nrow(b)) - (nrow(b) + 1) / 2
  e <- svycontrast(b, setNames(k / sum(k^2), rownames(b)))
  put(paste("trend", name, y, g, sep = "."), coef(e), "svycontrast of svyby")
  put(paste("trend_se", name, y, g, sep = "."), SE(e), "svycontrast of svyby")
}
trend("apistrat", "api00", "stype"); trend("apiclus1", "api00", "stype"); trend("apiclus1", "sch.wide", "stype")
trend("nhanes", "HI_CHOL", "agecat"); trend("apistrat", "sch.wide", "stype")

# --- intervals of a share. R interpolates its profile of the likelihood between some ten points; "exact" solves
# the equation that this profile stands for, on the same fit, deviance and scaling (confint of svyglm): the deviance
# with the intercept held at b, less the smallest, over the dispersion, is t^2 times the design effect of the intercept.
# The fit needs a tight epsilon: at R's default of 1e-8 it moves the limits by 2e-6
exact_likelihood <- function(f, d) {
  m <- eval(bquote(svyglm(.(f[[2]]) ~ 1, d, family = quasibinomial, control = list(epsilon = 1e-15, maxit = 50))))
  n <- length(m$y)
  deviance_at <- function(b) glm.fit(matrix(0, n, 0), m$y, m$prior.weights, offset = rep(b, n), family = quasibinomial())$deviance
  most <- qt(.025, degf(d))^2 * as.numeric(m$cov.unscaled / m$naive.cov) * as.numeric(summary(m)$dispersion)
  best <- qlogis(sum(m$prior.weights * m$y) / sum(m$prior.weights))
  beyond <- function(b) deviance_at(b) - deviance_at(best) - most
  plogis(c(uniroot(beyond, c(best - 9, best), tol = 1e-15)$root, uniroot(beyond, c(best, best + 9), tol = 1e-15)$root))
}
for (what in list(c("apistrat", "sch.wide"), c("apiclus1", "awards"), c("nhanes", "HI_CHOL"))) {
  d <- designs[[what[1]]]
  if (what[1] == "nhanes") d <- subset(d, !is.na(HI_CHOL))
  f <- as.formula(paste("~", what[2]))
  for (m in c("mean", "asin", "beta", "xlogit", "likelihood")) {
    ci <- attr(svyciprop(f, d, method = m, df = degf(d)), "ci")
    put(paste("interval", m, what[1], what[2], c("low", "high"), sep = "."), ci, "svyciprop")
  }
  put(paste("interval.exact_likelihood", what[1], what[2], c("low", "high"), sep = "."), exact_likelihood(f, d),
      "uniroot on the deviance of svyglm, scaled as confint does")
}

# --- quantiles, standard deviations
for (what in list(c("apistrat", "api00"), c("apistrat", "enroll"), c("apiclus1", "api00"), c("apiclus1", "ell"))) {
  d <- designs[[what[1]]]; f <- as.formula(paste("~", what[2])); k <- paste(what, collapse = ".")
  for (p in c(0.25, 0.5, 0.75)) {
    q <- svyquantile(f, d, p, interval.type = "mean", qrule = "math", df = degf(d))[[1]]
    put(paste("quantile", p, k, c("value", "low", "high", "se"), sep = "."), q[1, ], "svyquantile, qrule math")
  }
  e <- svycontrast(svytotal(as.formula(paste0("~one + ", what[2], " + sq")),
                            update(d, one = 1, sq = d$variables[[what[2]]]^2)),
                   parse(text = paste0("sqrt(sq / one - (", what[2], " / one)^2)"))[[1]])
  put(paste("sd", k, sep = "."), coef(e), "svycontrast of svytotal, divisor n")
  put(paste("sd_se", k, sep = "."), SE(e), "svycontrast of svytotal, divisor n")
}

version <- paste0("R ", getRversion(), ", survey ", packageVersion("survey"))
all <- do.call(rbind, rows)
all$how <- paste(all$how, version, sep = "; ")
write(all, "expected.csv")
