#!/usr/bin/env Rscript
# The estimates of study-generated.yml, by R's survey package: the yardstick for speed and results.
#
#   Rscript reference_survey.R survey.csv estimates.csv
#
# Prints one line "timing,step,seconds" for each step and writes
#   measure,outcome,domain,level,estimate,se,low,high
# Prevalences: overall with logit intervals (svyciprop), by eight domains as means (svyby).
# Correlations: 20 scales and numbers, people with all of them, standard errors by the delta method.
suppressPackageStartupMessages({
  library(data.table)
  library(survey)
})
options(survey.lonely.psu = "adjust")
setDTthreads(2)

args <- commandArgs(trailingOnly = TRUE)
if (length(args) != 2) stop("usage: Rscript reference_survey.R survey.csv estimates.csv")

started <- proc.time()[["elapsed"]]
lap <- started
timing <- function(step) {
  now <- proc.time()[["elapsed"]]
  cat(sprintf("timing,%s,%.2f\n", step, now - lap))
  lap <<- now
}

# ---- read everything as text, so that each cell is decoded by our own rule
raw <- fread(args[1], colClasses = "character", na.strings = NULL, showProgress = FALSE)
timing("read")

often <- c("not at all", "several days", "more than half the days", "nearly every day")
agree <- c("strongly disagree", "disagree", "neither agree nor disagree", "agree", "strongly agree")
scale <- function(items, low, high, case = NA, side = ">=", labels = NULL, reversed = integer()) {
  list(items = items, low = low, high = high, case = case, side = side, labels = labels,
       reversed = reversed)
}
scales <- list(
  phq = scale(9, 0, 3, 10, labels = often), gad = scale(7, 0, 3, 10, labels = often),
  k6_ = scale(6, 0, 4, 13), who = scale(5, 0, 5, 12.5, "<="), ee = scale(9, 0, 6, 27),
  dp = scale(5, 0, 6, 10), pa = scale(8, 0, 6, 33, "<="), sts = scale(10, 1, 5, 28),
  cs = scale(10, 1, 5, 30, "<="), aud = scale(3, 0, 4, 4), pc = scale(5, 0, 1, 3),
  isi = scale(7, 0, 4, 15), brs = scale(6, 1, 5, reversed = c(2, 4, 6)),
  js = scale(10, 1, 5, labels = agree))

# A column holds few different texts: decode those, then look them up.
by_text <- function(cells, decode) {
  texts <- unique(cells)
  decode(trimws(texts))[match(cells, texts)]
}
code <- function(column, low, high, labels = NULL) {
  by_text(raw[[column]], function(text) {
    value <- suppressWarnings(as.numeric(text))
    if (!is.null(labels)) {
      at <- match(tolower(text), labels)
      value <- ifelse(is.na(at), value, low + at - 1)
    }
    value[which(value < low | value > high)] <- NA
    value
  })
}
category <- function(column, short = character()) {
  factor(by_text(raw[[column]], function(text) {
    text <- tolower(text)
    long <- text %in% names(short)
    text[long] <- short[text[long]]
    text[text == ""] <- NA
    text
  }))
}

# ---- score: at least four fifths of the items answered, prorated, not rounded
score <- function(prefix, rule, which = seq_len(rule$items)) {
  answers <- sapply(which, function(i) {
    value <- code(paste0(prefix, i), rule$low, rule$high, rule$labels)
    if (i %in% rule$reversed) rule$low + rule$high - value else value
  })
  answered <- rowSums(!is.na(answers))
  total <- rowSums(answers, na.rm = TRUE) * length(which) / answered
  ifelse(answered >= ceiling(0.8 * length(which)), total, NA)
}
people <- data.frame(lapply(setNames(nm = names(scales)), function(s) score(s, scales[[s]])))
people$phq_som <- score("phq", scales$phq, 3:5)
people$phq_cog <- score("phq", scales$phq, c(1, 2, 6, 9))
people$js_pay <- score("js", scales$js, 1:3)
people$hours <- code("hours", 0, 168)
# "99" is a missing code in this file
people$caseload <- code("caseload", 0, 98)
people$years <- code("years_experience", 0, 80)
measures <- names(people)

outcomes <- names(Filter(function(s) !is.na(s$case), scales))
for (s in outcomes) {
  compare <- match.fun(scales[[s]]$side)
  people[[paste0("case_", s)]] <- as.numeric(compare(people[[s]], scales[[s]]$case))
}
domains <- c("wave", "profession", "setting", "region", "sex", "age_group")
for (g in domains) people[[g]] <- category(g, c(f = "female", m = "male", n = "nonbinary"))
people$exp_group <- cut(people$years, c(0, 3, 6, 11, 21, Inf), right = FALSE)
people$load_group <- cut(people$caseload, c(0, 16, 26, 41, Inf), right = FALSE)
domains <- c(domains, "exp_group", "load_group")
people$weight <- as.numeric(raw$weight)
people$stratum <- raw$stratum
people$psu <- raw$psu
rm(raw)
timing("score")

sample <- svydesign(ids = ~psu, strata = ~stratum, weights = ~weight, data = people, nest = TRUE)
timing("design")

rows <- list()
keep <- function(...) rows[[length(rows) + 1]] <<- data.table(...)
for (s in outcomes) {
  p <- svyciprop(reformulate(paste0("case_", s)), sample, method = "logit", na.rm = TRUE)
  limits <- attr(p, "ci")
  keep(measure = "prevalence", outcome = s, domain = "all", level = "", estimate = as.numeric(p),
       se = as.numeric(SE(p)), low = limits[[1]], high = limits[[2]])
}
timing("prevalence_overall")

for (g in domains) for (s in outcomes) {
  m <- svyby(reformulate(paste0("case_", s)), reformulate(g), sample, svymean, na.rm = TRUE)
  keep(measure = "prevalence", outcome = s, domain = g, level = as.character(m[[1]]),
       estimate = m[[2]], se = as.numeric(SE(m)), low = NA_real_, high = NA_real_)
}
timing("prevalence_domains")

complete <- complete.cases(people[measures])
moments <- svyvar(reformulate(measures), subset(sample, complete))
k <- length(measures)
covariance <- matrix(as.numeric(moments), k, k)
spread <- attr(moments, "var")
at <- function(i, j) i + k * (j - 1)
for (i in seq_len(k - 1)) for (j in (i + 1):k) {
  sx <- covariance[i, i]
  sy <- covariance[j, j]
  r <- covariance[i, j] / sqrt(sx * sy)
  slope <- c(1 / sqrt(sx * sy), -r / (2 * sx), -r / (2 * sy))
  where <- c(at(i, j), at(i, i), at(j, j))
  se <- sqrt(drop(slope %*% spread[where, where] %*% slope))
  keep(measure = "correlation", outcome = measures[i], domain = measures[j], level = "",
       estimate = r, se = se, low = NA_real_, high = NA_real_)
}
timing("correlations")

fwrite(rbindlist(rows), args[2])
cat(sprintf("timing,total,%.2f\n", proc.time()[["elapsed"]] - started))
