# Reference values from R for change between waves.
#
#   Rscript scripts/reference/waves.R [FOLDER OF THE REAL DATA]
#
# Writes, under pipeline/src/test/resources/reference, waves.csv (three waves made of the Californian
# schools that R's survey package ships: the same districts answer again, some of them not in the
# last wave, some only in it) and waves-expected.csv: key, value. The waves are stacked and the wave
# is a domain of one design. With the folder, which holds nhanes-2011-2012 and nhanes-2017-2018 with
# the files that the studies of that name ask for, nhanes-change.csv too (two independent samples,
# stacked with the cycle as part of the stratum), and nhs-change.csv from nhs-staff-survey-2021-2022
# (the organisations are the PSUs of both years). Needs the package survey.

suppressPackageStartupMessages(library(survey))
options(survey.lonely.psu = "fail", digits = 15)
args <- commandArgs(trailingOnly = FALSE)
here <- dirname(normalizePath(sub("^--file=", "", grep("^--file=", args, value = TRUE))))
out <- file.path(here, "..", "..", "pipeline", "src", "test", "resources", "reference")
rows <- list()
put <- function(key, value) {
  rows[[length(rows) + 1]] <<- data.frame(key = key, value = sprintf("%.17g", as.numeric(value)))
}
save <- function(file) {
  write.csv(do.call(rbind, rows), file.path(out, file), row.names = FALSE, quote = FALSE)
  rows <<- list()
}

data(api)
C <- apiclus1
C$stratum <- ifelse(C$dnum %% 2 == 0, "even", "odd")
fpc <- c(even = 400, odd = 357)
last <- sort(unique(C$dnum))[c(2, 9)]   # two districts leave after the second wave
first <- sort(unique(C$dnum))[5]        # one joins with the third
wave <- function(k, keep, x, w) {
  data.frame(wave = k, stratum = C$stratum, psu = C$dnum, w = w, fpc = fpc[C$stratum],
             x = x, bad = as.integer(x < 600), stype = match(C$stype, c("E", "H", "M")) - 1)[keep, ]
}
S <- rbind(
  wave(2019, C$dnum != first, C$api99, round(C$pw, 3)),
  wave(2020, C$dnum != first, C$api00, round(C$pw * (1 + (C$stype == "H") / 4), 3)),
  wave(2022, !(C$dnum %in% last), C$api00 + (C$meals %/% 5) - 9, round(C$pw * 1.1, 3)))
write.csv(S, file.path(out, "waves.csv"), row.names = FALSE)

contrasts <- function(x) {
  l <- x - mean(x)
  q <- residuals(lm(l^2 ~ l))
  list(linear = l / sum(l^2), quadratic = q / sum(q^2))
}
told <- function(name, estimate, c, df) {
  d <- svycontrast(estimate, setNames(c, names(coef(estimate))))
  put(paste0("change.", name), coef(d))
  put(paste0("se.", name), SE(d))
  put(paste0("df.", name), df)
  put(paste0("p.", name), 2 * pt(-abs(coef(d) / SE(d)), df))
}
# change and trends of x and bad, everybody and one type of school, under one kind of design
all <- function(label, make) {
  for (v in c("x", "bad")) for (g in c("", "0")) {
    within <- function(d) if (g == "") d else subset(d, stype == 0)
    for (pair in list(c(2019, 2020), c(2020, 2022))) {
      d <- within(make(S[S$wave %in% pair, ]))
      m <- svyby(reformulate(v), ~wave, d, svymean, covmat = TRUE)
      told(paste(label, v, g, paste(pair, collapse = "-"), sep = "."), m, c(-1, 1), degf(d))
    }
    d <- within(make(S))
    m <- svyby(reformulate(v), ~wave, d, svymean, covmat = TRUE)
    k <- contrasts(c(2019, 2020, 2022))
    told(paste(label, v, g, "linear", sep = "."), m, k$linear, degf(d))
    told(paste(label, v, g, "quadratic", sep = "."), m, k$quadratic, degf(d))
  }
}
all("shared", function(d) svydesign(id = ~psu, strata = ~stratum, weights = ~w, data = d, nest = TRUE))
all("finite", function(d) svydesign(id = ~psu, strata = ~stratum, weights = ~w, fpc = ~fpc, data = d, nest = TRUE))
all("fresh", function(d) svydesign(id = ~psu, strata = ~interaction(wave, stratum), weights = ~w, data = d, nest = TRUE))
# weighted to headcounts in each wave; a change as a function of totals of the stacked rows, since
# svyby has no covariances of groups for such designs
heads <- data.frame(stype = 0:2, Freq = c(4400, 750, 1000))
weighted <- function(label, waves, c, v, g) {
  d <- S[S$wave %in% waves, ]
  for (k in seq_along(waves)) {
    d[[paste0("n", k)]] <- as.integer(d$wave == waves[k] & (g == "" | d$stype == 0))
    d[[paste0("t", k)]] <- d[[paste0("n", k)]] * d[[v]]
  }
  design <- svydesign(id = ~psu, strata = ~stratum, weights = ~w, data = d, nest = TRUE)
  design <- postStratify(design, ~wave + stype, merge(data.frame(wave = waves), heads))
  k <- seq_along(waves)
  totals <- svytotal(reformulate(c(paste0("n", k), paste0("t", k))), design)
  formula <- parse(text = paste(sprintf("(%.17g) * t%d / n%d", c, k, k), collapse = " + "))[[1]]
  told <- svycontrast(totals, formula)
  put(paste0("change.", label), coef(told))
  put(paste0("se.", label), SE(told))
}
for (v in c("x", "bad")) for (g in c("", "0")) {
  key <- paste("weighted", v, g, sep = ".")
  weighted(paste0(key, ".2019-2020"), c(2019, 2020), c(-1, 1), v, g)
  weighted(paste0(key, ".2020-2022"), c(2020, 2022), c(-1, 1), v, g)
  k <- contrasts(c(2019, 2020, 2022))
  weighted(paste0(key, ".linear"), c(2019, 2020, 2022), k$linear, v, g)
  weighted(paste0(key, ".quadratic"), c(2019, 2020, 2022), k$quadratic, v, g)
}
save("waves-expected.csv")

folder <- commandArgs(trailingOnly = TRUE)
if (length(folder) == 1) {
  cycle <- function(years, letter, sleep) {
    read <- function(f) read.csv(file.path(folder, paste0("nhanes-", years), paste0(f, "_", letter, ".csv")))
    d <- merge(read("DEMO"), read("DPQ"), by = "SEQN", all.x = TRUE)
    d <- merge(d, read("SLQ"), by = "SEQN", all.x = TRUE)
    items <- as.matrix(d[paste0("DPQ0", 1:9, "0")])
    items[items > 3] <- NA
    d$phq9 <- rowSums(items)
    d$dep <- as.integer(d$phq9 >= 10)
    d$sleep <- ifelse(d[[sleep]] %in% c(77, 99), NA, d[[sleep]])
    d$cycle <- years
    d$adult <- d$RIDAGEYR >= 18 & !is.na(d$phq9)
    d[c("cycle", "SDMVSTRA", "SDMVPSU", "WTMEC2YR", "RIAGENDR", "adult", "phq9", "dep", "sleep")]
  }
  N <- rbind(cycle("2011-2012", "G", "SLD010H"), cycle("2017-2018", "J", "SLD012"))
  N <- N[N$WTMEC2YR > 0, ]
  design <- svydesign(id = ~SDMVPSU, strata = ~interaction(cycle, SDMVSTRA), weights = ~WTMEC2YR, nest = TRUE, data = N)
  one <- function(name, v, d) {
    m <- svyby(reformulate(v), ~cycle, d, svymean, covmat = TRUE, na.rm = TRUE)
    told(name, m, c(-1, 1), degf(d))
  }
  adults <- subset(design, adult)
  for (v in c("phq9", "dep")) {
    one(paste(v, "all", sep = "."), v, adults)
    one(paste(v, "male", sep = "."), v, subset(adults, RIAGENDR == 1))
    one(paste(v, "female", sep = "."), v, subset(adults, RIAGENDR == 2))
  }
  save("nhanes-change.csv")

  H <- read.csv(file.path(folder, "nhs-staff-survey-2021-2022", "nhs_staff_wellbeing_2021_2022.csv"),
                na.strings = c("NA", "<NA>", "NaN", "-"))
  d <- svydesign(id = ~ODS.code, weights = ~1, data = H)
  for (v in c("Burned_out_rate", "Stress_rate", "Enough_staff_rate")) {
    # as the study reads them: shares with four decimals
    d$variables[[v]] <- round(d$variables[[v]] / 100, 4)
    m <- svyby(reformulate(v), ~Year, d, svymean, covmat = TRUE, na.rm = TRUE)
    told(paste(v, "all", sep = "."), m, c(-1, 1), degf(d))
    s <- subset(d, grepl("^Mental Health", Benchmarking.group))
    m <- svyby(reformulate(v), ~Year, s, svymean, covmat = TRUE, na.rm = TRUE)
    told(paste(v, "mental_health", sep = "."), m, c(-1, 1), degf(s))
  }
  save("nhs-change.csv")
}
