# Reference values from R for weighting to headcounts.
#
#   Rscript scripts/reference/weighting.R
#
# Uses apistrat.csv and apiclus1.csv, which statistics.R writes, and the whole population of schools in
# R's data set apipop as headcounts. Writes weighting-expected.csv: key, value, how. Needs survey and MASS.

suppressPackageStartupMessages(library(survey))
options(digits = 15)
args <- commandArgs(trailingOnly = FALSE)
here <- dirname(normalizePath(sub("^--file=", "", grep("^--file=", args, value = TRUE))))
out <- file.path(here, "..", "..", "pipeline", "src", "test", "resources", "reference")
data(api)
P <- apipop
P$stype <- factor(match(P$stype, c("E", "H", "M")) - 1)
P$sch.wide <- factor(as.integer(P$sch.wide == "Yes"))
P$awards <- factor(as.integer(P$awards == "Yes"))

rows <- list()
put <- function(key, value, how) {
  how <- paste0(how, "; ", sub("ersion ", "", sub(" \\(.*", "", R.version.string)), ", survey ", packageVersion("survey"))
  rows[[length(rows) + 1]] <<- data.frame(key, value = sprintf("%.17g", as.numeric(value)), how)
}
for (name in c("apistrat", "apiclus1")) {
  D <- read.csv(file.path(out, paste0(name, ".csv")))
  for (v in c("stype", "sch.wide", "awards")) D[[v]] <- factor(D[[v]])
  clustered <- name == "apiclus1"
  design <- if (clustered) svydesign(~psu, weights = ~w, fpc = ~fpc, data = D)
            else svydesign(~1, strata = ~stratum, weights = ~w, fpc = ~fpc, data = D)
  f <- ~ stype + sch.wide + awards
  totals <- colSums(model.matrix(f, P))
  usual <- nrow(P) / sum(D$w)
  made <- list(
    rake = calibrate(design, f, totals, calfun = "raking", epsilon = 1e-13, maxit = 200),
    trim = calibrate(design, f, totals, calfun = "raking", epsilon = 1e-13, maxit = 200,
                     bounds = if (clustered) c(0.7, 1.6) * usual else c(0.7, 1.06) * usual),
    cells = postStratify(design, ~ stype + sch.wide, as.data.frame(xtabs(~ stype + sch.wide, P))))
  how <- c(rake = "calibrate, raking", trim = "calibrate, raking, bounds", cells = "postStratify")
  for (kind in names(made)) {
    d <- made[[kind]]
    key <- function(what, ...) paste(what, name, kind, ..., sep = ".")
    g <- weights(d) / weights(design)
    put(key("least"), min(g), how[kind]); put(key("most"), max(g), how[kind])
    for (i in seq(1, nrow(D), by = 17)) put(key("weight", i), weights(d)[i], how[kind])
    for (v in c("api00", "enroll")) {
      m <- svymean(reformulate(v), d, na.rm = TRUE)
      put(key("mean", v), coef(m), how[kind])
      put(key("se", v), SE(m), how[kind])
      # a domain
      m <- svymean(reformulate(v), subset(d, awards == "1"), na.rm = TRUE)
      put(key("mean", v, "awards"), coef(m), how[kind])
      put(key("se", v, "awards"), SE(m), how[kind])
    }
    # svyby(covmat = TRUE) of survey 4.1 fails for calibrated designs: influence values of the difference
    w <- weights(d); one <- D$awards == "1"
    m <- c(weighted.mean(D$api00[!one], w[!one]), weighted.mean(D$api00[one], w[one]))
    d$variables$z <- ifelse(one, (D$api00 - m[2]) / sum(w[one]), -(D$api00 - m[1]) / sum(w[!one]))
    put(key("difference", "api00", "awards"), m[2] - m[1], how[kind])
    put(key("difference_se", "api00", "awards"), SE(svytotal(~z, d)), paste0(how[kind], ", svytotal of influence"))
    # models; survey's own convergence is too loose for 1e-9, so each starts again from where it ended
    tight <- glm.control(epsilon = 1e-15, maxit = 100)
    for (model in list(list("linear", api00 ~ ell + meals, gaussian()), list("logistic", awarded ~ ell + meals, quasibinomial()),
                       list("ratio", awarded ~ ell + meals, quasipoisson()))) {
      d$variables$awarded <- as.integer(d$variables$awards == "1")
      d$variables$ell[seq(5, nrow(D), by = 9)] <- NA
      fit <- eval(bquote(svyglm(.(model[[2]]), d, family = .(model[[3]]), control = tight)))
      fit <- eval(bquote(svyglm(.(model[[2]]), d, family = .(model[[3]]), control = tight, start = .(coef(fit)))))
      for (k in c("ell", "meals")) {
        put(key("b", model[[1]], k), coef(fit)[[k]], paste0(how[kind], ", svyglm"))
        put(key("b_se", model[[1]], k), SE(fit)[[k]], paste0(how[kind], ", svyglm"))
      }
    }
  }
}
write.csv(do.call(rbind, rows), file.path(out, "weighting-expected.csv"), row.names = FALSE)
