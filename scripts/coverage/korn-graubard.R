# Does R's Korn-Graubard interval hold a rare share that comes in outbreaks any better than ours?
#
#   scripts/coverage.sh 1 10000 target/rare.csv
#   Rscript scripts/coverage/korn-graubard.R target/rare.csv
#
# The first command writes 40 PSUs of 20 people a line: our default interval of a share of 2 %, and the cases of each
# PSU, which are beta-binomial with an intraclass correlation of .10. This script makes R's intervals on the same samples
# and prints how often each holds .02. Needs the package survey.

suppressPackageStartupMessages(library(survey))
truth <- .02; psus <- 40; people <- 20
samples <- as.matrix(read.csv(commandArgs(trailingOnly = TRUE)[1], header = FALSE))
d <- svydesign(id = ~psu, weights = ~w, data = data.frame(psu = rep(1:psus, each = people), w = 1, y = 0))
methods <- c("beta", "xlogit", "likelihood", "asin", "mean")
holds <- matrix(FALSE, nrow(samples), length(methods) + 1, dimnames = list(NULL, c("ours", methods)))
low <- holds; apart <- NULL; capped <- 0
for (i in seq_len(nrow(samples))) {
  cases <- samples[i, -(1:2)]
  d$variables$y <- as.numeric(sequence(rep(people, psus)) <= rep(cases, each = people))
  ci <- rbind(samples[i, 1:2], t(sapply(methods, function(m) if (sum(cases) == 0) c(NA, NA) else
    as.numeric(attr(svyciprop(~y, d, method = m, df = psus - 1), "ci")))))
  holds[i, ] <- !is.na(ci[, 1]) & ci[, 1] <= truth & truth <= ci[, 2]
  low[i, ] <- !is.na(ci[, 1]) & ci[, 2] < truth
  if (sum(cases) > 0) {
    m <- svymean(~y, d); p <- coef(m)
    size <- p * (1 - p) / vcov(m) * (qt(.975, psus * people - 1) / qt(.975, psus - 1))^2
    if (size > psus * people) capped <- capped + 1 else apart <- max(apart, abs(ci[1, ] - ci[2, ]))
  }
}
cat(sprintf("R %s, survey %s; %d samples, %d with an effective size above n, where ours takes n\n", getRversion(),
            packageVersion("survey"), nrow(samples), capped))
cat(sprintf("largest distance of our limits from R's beta limits in the other samples: %.1e\n", apart))
c <- colMeans(holds)
print(data.frame(coverage = round(c, 4), mc_error = round(sqrt(c * (1 - c) / nrow(holds)), 4),
                 below_truth = round(colMeans(low), 4)))
