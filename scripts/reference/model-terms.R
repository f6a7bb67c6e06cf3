# Reference values from R for terms of regression models: chosen reference levels, bands, restricted cubic
# splines, interactions, Rao-Scott likelihood ratio tests, average marginal effects, points of a curve,
# variance inflation.
#
#   Rscript scripts/reference/model-terms.R
#
# Reads model-apistrat.csv, model-apiclus1.csv and model-nhanes.csv that models.R wrote, and writes
# model-terms.csv (key, value, how it was made) beside them.

suppressPackageStartupMessages(library(survey))
options(survey.lonely.psu = "fail", digits = 15)
args <- commandArgs(trailingOnly = FALSE)
here <- dirname(normalizePath(sub("^--file=", "", grep("^--file=", args, value = TRUE))))
out <- file.path(here, "..", "..", "pipeline", "src", "test", "resources", "reference")
software <- paste("R", getRversion(), "survey", packageVersion("survey"))
rows <- list()
note <- function(key, value, how) rows[[length(rows) + 1]] <<- data.frame(key, value = as.numeric(value), how = paste(how, software, sep = "; "))
tight <- glm.control(epsilon = 1e-15, maxit = 200)

rcs <- function(x, t) {
  K <- length(t); p <- function(u) pmax(u, 0)^3
  cbind(x, do.call(cbind, lapply(seq_len(K - 2), function(j) (p(x - t[j]) - p(x - t[K - 1]) * (t[K] - t[j]) / (t[K] - t[K - 1]) +
    p(x - t[K]) * (t[K - 1] - t[j]) / (t[K] - t[K - 1])) / (t[K] - t[1])^2)))
}
knots <- c(20, 40, 60, 80)
bent <- function(x) rcs(x, knots)

fitted_model <- function(formula, design, family) {
  fit <- svyglm(formula, design, family = family, control = tight)
  # glm takes the weights of its last step but one; starting at the solution puts them there too
  again <- eval(bquote(svyglm(.(formula), design, family = .(family), control = tight, start = .(coef(fit)))))
  # the test refits smaller models from the call, for which this start is too long
  again$call <- bquote(svyglm(formula = .(formula), design = .(design), family = .(family), control = .(tight)))
  again
}

coefficients_of <- function(name, fit) {
  for (k in names(coef(fit))[-1]) {
    note(paste(name, k, "b", sep = "."), coef(fit)[[k]], "svyglm")
    note(paste(name, k, "se", sep = "."), SE(fit)[[k]], "svyglm")
  }
}

tests_of <- function(name, fit, terms, lrt = terms) {
  for (t in terms) note(paste(name, t, "wald_p", sep = "."), regTermTest(fit, reformulate(t))$p, "regTermTest Wald")
  for (t in lrt) note(paste(name, t, "lrt_p", sep = "."),
    regTermTest(fit, reformulate(t), method = "LRT", lrt.approximation = "satterthwaite")$p, "regTermTest LRT, Satterthwaite")
}

gvif <- function(name, fit, w) {
  X <- model.matrix(fit); a <- attr(X, "assign"); labels <- attr(terms(fit), "term.labels")
  R <- cov2cor(cov.wt(X[, -1, drop = FALSE], w)$cov); a <- a[-1]
  for (t in seq_along(labels)) {
    i <- a == t
    v <- det(R[i, i, drop = FALSE]) * (if (all(i)) 1 else det(R[!i, !i, drop = FALSE])) / det(R)
    note(paste(name, labels[t], "gvif", sep = "."), v^(1 / (2 * sum(i))), "det of weighted correlations")
  }
}

# d: what is averaged, per person; D: its derivatives by the coefficients
average <- function(name, fit, design, d, D) {
  X <- model.matrix(fit); w <- weights(design, "sampling"); W <- sum(w)
  mu <- fitted(fit); v <- fit$family$variance(mu); y <- fit$y
  A <- crossprod(X, w * v * X); G <- colSums(w * D) / W
  theta <- sum(w * d) / W
  design <- update(design, z = (d - theta) / W + drop(X %*% solve(A, G)) * (y - mu))
  note(paste(name, "ame", sep = "."), theta, "average over people")
  note(paste(name, "ame_se", sep = "."), SE(svytotal(~z, design)), "svytotal of the influence")
}
between <- function(name, fit, design, to, from) {
  X1 <- model.matrix(delete.response(terms(fit)), to, xlev = fit$xlevels)
  X0 <- model.matrix(delete.response(terms(fit)), from, xlev = fit$xlevels)
  m1 <- fit$family$linkinv(drop(X1 %*% coef(fit))); m0 <- fit$family$linkinv(drop(X0 %*% coef(fit)))
  average(name, fit, design, m1 - m0, fit$family$variance(m1) * X1 - fit$family$variance(m0) * X0)
}
slope <- function(name, fit, design, data, variable, step) {
  up <- data; up[[variable]] <- up[[variable]] + 1
  X <- model.matrix(fit); T <- delete.response(terms(fit))
  DX <- model.matrix(T, up, xlev = fit$xlevels) - X   # the model is linear in this variable
  mu <- fitted(fit); v <- fit$family$variance(mu)
  bend <- if (fit$family$link == "logit") v * (1 - 2 * mu) else v
  along <- drop(DX %*% coef(fit))
  average(name, fit, design, step * v * along, step * (bend * along * X + v * DX))
}

schools <- read.csv(file.path(out, "model-apiclus1.csv"))
schools$stype <- relevel(factor(schools$stype), ref = "1")
schools$band <- cut(schools$mobility, c(0, 10, 20, Inf), right = FALSE, labels = c("0", "10", "20"))
C <- svydesign(id = ~psu, weights = ~w, fpc = ~fpc, data = schools)
families <- list(linear = gaussian(), logistic = quasibinomial(), prevalence_ratio = quasipoisson())
for (kind in names(families)) {
  y <- if (kind == "linear") "api00" else "target"
  name <- paste0("apiclus1.", kind)
  # reference level and bands
  fit <- fitted_model(reformulate(c("ell", "stype", "band"), y), C, families[[kind]])
  coefficients_of(paste0(name, ".bands"), fit)
  tests_of(paste0(name, ".bands"), fit, c("ell", "stype", "band"))
  gvif(paste0(name, ".bands"), fit, schools$w)
  if (kind != "linear") {
    slope(paste0(name, ".bands.ell"), fit, C, schools, "ell", 10)
    at <- function(v, l) { d <- schools; d[[v]] <- factor(l, levels(d[[v]])); d }
    between(paste0(name, ".bands.stype0"), fit, C, at("stype", "0"), at("stype", "1"))
    between(paste0(name, ".bands.band20"), fit, C, at("band", "20"), at("band", "0"))
  }
  # spline
  fit <- fitted_model(as.formula(paste(y, "~ bent(meals) + ell")), C, families[[kind]])
  b <- coef(fit); V <- vcov(fit); L <- diff(rcs(knots, knots))
  for (k in 1:3) {
    note(paste0(name, ".spline.", k, ".b"), sum(L[k, ] * b[2:4]), "svyglm, contrast of knots")
    note(paste0(name, ".spline.", k, ".se"), sqrt(L[k, ] %*% V[2:4, 2:4] %*% L[k, ]), "svyglm, contrast of knots")
  }
  tests_of(paste0(name, ".spline"), fit, "bent(meals)")
  test <- b[3:4] %*% solve(V[3:4, 3:4], b[3:4]) / 2
  note(paste0(name, ".spline.nonlinear_p"), pf(test, 2, fit$df.residual, lower.tail = FALSE), "Wald test of the bent columns")
  set <- function(v) { d <- schools; d$meals <- v; d }
  X <- function(v) model.matrix(delete.response(terms(fit)), set(v))
  m <- function(v) fit$family$linkinv(drop(X(v) %*% coef(fit)))
  if (kind != "linear") between(paste0(name, ".spline.2"), fit, C, set(60), set(40))
  for (v in c(20, 50, 95)) average(paste0(name, ".adjusted.", v), fit, C, m(v), fit$family$variance(m(v)) * X(v))
  fit <- fitted_model(as.formula(paste(y, "~ bent(meals)")), C, families[[kind]])
  for (v in c(20, 50, 95)) {
    p <- predict(fit, data.frame(meals = v), type = "response")
    note(paste0(name, ".curve.", v, ".ame"), coef(p), "predict.svyglm"); note(paste0(name, ".curve.", v, ".ame_se"), SE(p), "predict.svyglm")
  }
}

strat <- read.csv(file.path(out, "model-apistrat.csv"))
strat$stype <- factor(strat$stype)
S <- svydesign(id = ~psu, strata = ~stratum, weights = ~w, fpc = ~fpc, data = strat)
fit <- fitted_model(api00 ~ ell + stype + meals + ell:stype + ell:meals, S, gaussian())
coefficients_of("apistrat.linear.interaction", fit)
tests_of("apistrat.linear.interaction", fit, c("ell", "stype", "meals", "ell:stype", "ell:meals"), c("ell:stype", "ell:meals"))
gvif("apistrat.linear.interaction", fit, strat$w)

people <- read.csv(file.path(out, "model-nhanes.csv"))
people <- people[complete.cases(people[c("chol", "woman", "age", "race")]), ]
people$race <- factor(people$race); people$age <- factor(people$age)
N <- svydesign(id = ~psu, strata = ~stratum, weights = ~w, nest = TRUE, data = people)
fit <- fitted_model(chol ~ woman + age + race + woman:age, N, quasibinomial())
coefficients_of("nhanes.logistic.interaction", fit)
tests_of("nhanes.logistic.interaction", fit, c("race", "woman:age"))
woman <- function(v) { d <- people; d$woman <- v; d }
between("nhanes.logistic.interaction.woman", fit, N, woman(1), woman(0))
J <- as.svrepdesign(N, type = "JKn")
refitted <- function(w) {
  f <- suppressWarnings(glm(chol ~ woman + age + race + woman:age, data = cbind(people, use = w / mean(w)), family = quasibinomial(),
    weights = use, subset = use > 0))
  weighted.mean(predict(f, woman(1), type = "response") - predict(f, woman(0), type = "response"), w)
}
full <- refitted(weights(N)); replicates <- apply(weights(J, "analysis"), 2, refitted)
note("nhanes.logistic.interaction.woman.jackknife_se", sqrt(sum(J$rscales * J$scale * (replicates - full)^2)), "JKn of the refitted model")
write.csv(do.call(rbind, rows), file.path(out, "model-terms.csv"), row.names = FALSE)
