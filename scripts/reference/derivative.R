# The derivative of f by the weight of one person, taken numerically to about 1e-12: central differences at four steps,
# each half the one before, with their errors of order h^2, h^4 and h^6 taken out (Richardson). A single step keeps
# seven digits at best, since a small one loses digits to rounding and a large one to curvature.
by_weight <- function(f, w, i, h = sum(w) / 1000) {
  slope <- function(h) (f(replace(w, i, w[i] + h)) - f(replace(w, i, w[i] - h))) / (2 * h)
  d <- sapply(h / 2^(0:3), slope)
  for (k in 1:3) d <- (4^k * tail(d, -1) - head(d, -1)) / (4^k - 1)
  d
}
