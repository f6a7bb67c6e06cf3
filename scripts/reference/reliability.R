# Reference values from R for the reliability of scales.
#
#   Rscript scripts/reference/reliability.R path/to/nhanes-2017-2018
#
# The folder holds DEMO_J.csv and DPQ_J.csv (NHANES 2017-2018, public data). Writes, under
# pipeline/src/test/resources/reference, items.csv (design, the nine items of people who answered all of
# them, their sums and sums of squares) and reliability-expected.csv. Needs the packages survey and psych.

suppressPackageStartupMessages({library(survey); library(psych)})
options(digits = 15)
folder <- commandArgs(trailingOnly = TRUE)[1]
args <- commandArgs(trailingOnly = FALSE)
here <- dirname(normalizePath(sub("^--file=", "", grep("^--file=", args, value = TRUE))))
out <- file.path(here, "..", "..", "pipeline", "src", "test", "resources", "reference")
source(file.path(here, "derivative.R"))
D <- merge(read.csv(file.path(folder, "DEMO_J.csv"))[c("SEQN", "SDMVSTRA", "SDMVPSU", "WTMEC2YR")],
           read.csv(file.path(folder, "DPQ_J.csv")), by = "SEQN")
D <- D[D$WTMEC2YR > 0, ]
cols <- paste0("DPQ0", 1:9, "0")
X <- as.matrix(D[cols]); X[!X %in% 0:3] <- NA
X[rowSums(is.na(X)) > 0, ] <- NA
colnames(X) <- paste0("p", 1:9)
I <- data.frame(stratum = D$SDMVSTRA, psu = D$SDMVPSU, w = D$WTMEC2YR, fpc = "", X,
                s9 = rowSums(X), q9 = rowSums(X^2), s4 = rowSums(X[, 1:4]), q4 = rowSums(X[, 1:4]^2),
                s2 = rowSums(X[, 1:2]), q2 = rowSums(X[, 1:2]^2))
write.csv(I, file.path(out, "items.csv"), row.names = FALSE, na = "")

rows <- list()
put <- function(key, value, how)
  rows[[length(rows) + 1]] <<- data.frame(key = key, value = sprintf("%.17g", as.numeric(value)), how = how)
d <- svydesign(id = ~psu, strata = ~stratum, weights = ~w, nest = TRUE, data = I)
reps <- as.svrepdesign(d, type = "JKn", mse = TRUE)
ok <- !is.na(I$s9)
items <- function(k) paste0("p", k)
S_of <- function(w, k) cov.wt(I[ok, items(k)], w[ok], method = "ML")$cov
# the same where a step of the derivative makes a weight negative, which cov.wt refuses
S_any <- function(w, k) {
  X <- as.matrix(I[ok, items(k)]); w <- w[ok] / sum(w[ok]); X <- sweep(X, 2, colSums(w * X))
  crossprod(X, w * X)
}
stopifnot(max(abs(S_any(I$w, 1:9) - S_of(I$w, 1:9))) < 1e-14)

# --- alpha: value by psych from the weighted covariance matrix; error by the derivative by each
# person's weight, taken numerically, then svytotal
alpha_cov <- function(S) { k <- nrow(S); k / (k - 1) * (1 - sum(diag(S)) / sum(S)) }
influence <- function(f, k) {
  w <- I$w; z <- numeric(nrow(I)); key <- apply(I[items(k)], 1, paste, collapse = "")
  for (u in unique(key[ok])) {
    i <- which(key == u & ok)[1]
    z[key == u & ok] <- by_weight(function(w) f(S_any(w, k)), w, i, sum(w[ok]) / 1000)
  }
  as.numeric(SE(svytotal(~z, update(d, z = z))))
}
for (k in list(1:9, 1:4, c(1, 2))) {
  name <- paste(k, collapse = "")
  a <- suppressWarnings(suppressMessages(psych::alpha(S_of(I$w, k))))
  put(paste0("alpha.items.", name), a$total$raw_alpha, "psych::alpha of cov.wt")
  put(paste0("alpha_se.items.", name), influence(alpha_cov, k), "numeric derivative by weight (Richardson), svytotal")
  if (length(k) > 2) {
    put(paste0("dropped.items.", name, ".", k), a$alpha.drop$raw_alpha, "psych::alpha of cov.wt")
    r <- sapply(k, function(j) {
      rest <- rowSums(I[items(setdiff(k, j))])
      cov.wt(cbind(I[ok, items(j)], rest[ok]), I$w[ok], cor = TRUE, method = "ML")$cor[1, 2]
    })
    put(paste0("rest.items.", name, ".", k), r, "cov.wt")
  }
}

# --- omega: loadings by minres with optim on the correlations, which stops at about 1e-9, then Newton's method on its
# gradient for the last digits; psych::fa, which stops at about 1e-6, for comparison
loadings_of <- function(R) {
  off <- lower.tri(R)
  f <- function(l) sum((R - outer(l, l))[off]^2)
  g <- function(l) { E <- R - outer(l, l); diag(E) <- 0; -2 * drop(E %*% l) }
  l <- optim(rowSums(R) / sqrt(sum(R)), f, g, method = "BFGS", control = list(reltol = 1e-16, maxit = 5000))$par
  for (i in 1:9) {
    H <- -2 * (R - 2 * outer(l, l)); diag(H) <- 2 * (sum(l^2) - l^2)
    step <- solve(H, g(l)); l <- l - step
  }
  stopifnot(max(abs(step)) < 1e-14)
  l
}
omega_cov <- function(S) { s <- sqrt(diag(S)); sum(loadings_of(cov2cor(S)) * s)^2 / sum(S) }
for (k in list(1:9, 1:4)) {
  name <- paste(k, collapse = "")
  S <- S_of(I$w, k); s <- sqrt(diag(S))
  put(paste0("omega.items.", name), omega_cov(S), "minres by optim and Newton on cov.wt")
  put(paste0("omega_se.items.", name), influence(omega_cov, k), "numeric derivative by weight (Richardson), svytotal")
  l <- suppressWarnings(suppressMessages(psych::fa(cov2cor(S), fm = "minres")$loadings[, 1]))
  put(paste0("psych.items.", name), sum(l * s)^2 / sum(S), "psych::fa minres of cov.wt")
  jk <- withReplicates(reps, function(w, data) omega_cov(S_of(w, k)))
  put(paste0("omega_jkn.items.", name), SE(jk), "withReplicates, JKn")
}
all <- do.call(rbind, rows)
all$how <- paste0(all$how, "; R ", getRversion(), ", survey ", packageVersion("survey"), ", psych ", packageVersion("psych"))
write.csv(all, file.path(out, "reliability-expected.csv"), row.names = FALSE)
