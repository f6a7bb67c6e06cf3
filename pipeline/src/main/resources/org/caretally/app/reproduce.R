#!/usr/bin/env Rscript
# Recomputes published results from exported rows with R's survey package, and compares.
#
#   Rscript reproduce.R REPORT/tables/estimates.csv          # everybody, and the headlines of groups
#   Rscript reproduce.R REPORT/tables/estimates.csv --all    # every result that the rows allow
#
# Written by "caretally export" from the study's design; needs the package survey (CRAN, Debian's
# r-cran-survey). Published numbers are rounded: a result agrees when it is within half a unit of
# the last printed digit, or within 1e-9 of its size. Ends with 1 when one does not.

# ---- what the study file says
# @study@

suppressPackageStartupMessages(library(survey))
options(survey.lonely.psu = lonely)
arguments <- commandArgs(trailingOnly = TRUE)
if (length(arguments) < 1) stop("usage: Rscript reproduce.R REPORT/tables/estimates.csv [--all]")
script <- sub("^--file=", "", grep("^--file=", commandArgs(), value = TRUE))
here <- dirname(normalizePath(script))
read <- function(file) {
  read.csv(
    file, colClasses = "character", check.names = FALSE, encoding = "UTF-8",
    na.strings = character())
}
people <- read(file.path(here, "people.csv"))
published <- read(arguments[1])

# ---- the design of each wave
design_of <- function(wave) {
  d <- if (is.null(people$wave)) people else people[people$wave == wave, ]
  d$.in <- TRUE
  d$.w <- if (weighted) as.numeric(d$weight) else rep(1, nrow(d))
  if (!with_design) return(svydesign(ids = ~1, weights = ~.w, data = d))
  d$.stratum <- if (stratified) d$stratum else rep("1", nrow(d))
  d$.psu <- if (clustered) d$psu else as.character(seq_len(nrow(d)))
  # sampling units without anybody in the analysis still belong to the sample
  sizes <- read(file.path(here, "design.csv"))
  sizes <- sizes[sizes$wave == wave, ]
  seen <- tapply(d$.psu, d$.stratum, function(x) length(unique(x)))
  for (i in seq_len(nrow(sizes))) {
    s <- sizes$stratum[i]
    more <- if (s %in% names(seen)) as.numeric(sizes$psus[i]) - seen[[s]] else 0
    if (more > 0) {
      empty <- d[rep(which(d$.stratum == s)[1], more), ]
      empty$.in <- FALSE
      empty$.psu <- paste("empty", s, seq_len(more))
      d <- rbind(d, empty)
    }
  }
  if (finite) d$.fpc <- as.numeric(d$fpc)
  svydesign(
    ids = ~.psu, strata = if (stratified) ~.stratum else NULL, weights = ~.w,
    fpc = if (finite) ~.fpc else NULL, nest = TRUE, data = d)
}

# ---- intervals of shares that R's svyciprop does not have
share_limits <- function(method, sub, p, v, n, df) {
  t <- qt(.975, df)
  if (method == "korn_graubard") {
    if (p <= 1e-12) return(c(0, 1 - .025^(1 / n)))
    if (p >= 1 - 1e-12) return(c(.025^(1 / n), 1))
    size <- min(n, p * (1 - p) / v * (qt(.975, n - 1) / t)^2)
    return(c(qbeta(.025, p * size, size - p * size + 1), qbeta(.975, p * size + 1, size - p * size)))
  }
  if (method == "wilson") {
    size <- p * (1 - p) / v
    half <- t / (2 * size) * sqrt(4 * size * p * (1 - p) + t^2)
    return((p + t^2 / (2 * size) + c(-half, half)) / (1 + t^2 / size))
  }
  name <- c(xlogit = "xlogit", beta = "beta", asin = "asin", mean = "mean")[method]
  if (is.na(name)) return(c(NA, NA))
  as.numeric(confint(svyciprop(~.y, sub, method = name[[1]], df = df)))
}

# ---- who belongs to a published group; joined levels are written a+b, crossed ones a / b
members <- function(d, domain, level) {
  if (domain == "") return(rep(TRUE, nrow(d)))
  columns <- domains[[domain]]
  parts <- if (length(columns) > 1) strsplit(level, " / ", fixed = TRUE)[[1]] else level
  if (is.null(columns) || length(parts) != length(columns)) return(NULL)
  inside <- rep(TRUE, nrow(d))
  for (i in seq_along(columns)) {
    known <- unique(d[[columns[i]]])
    texts <- if (parts[i] %in% known) parts[i] else strsplit(parts[i], "+", fixed = TRUE)[[1]]
    if (!any(texts %in% known)) return(NULL)
    inside <- inside & d[[columns[i]]] %in% texts
  }
  inside
}

# ---- compare
columns <- c("estimate", if (comparable) c("std_error", "ci_low", "ci_high", "df"))
found <- list()
compared <- 0
left_out <- 0
asked <- published$statistic %in% c("mean", "prevalence") & published$estimate != ""
if (!"--all" %in% arguments) {
  asked <- asked & (published$domain == "" | published$headline == "yes")
}
published <- published[asked, ]
for (wave in unique(published$wave)) {
  whole <- design_of(wave)
  rows <- whole$variables
  for (i in which(published$wave == wave)) {
    line <- published[i, ]
    column <- measures[line$measure]
    inside <- if (is.na(column)) NULL else members(rows, line$domain, line$level)
    if (is.null(inside)) {
      left_out <- left_out + 1
      next
    }
    y <- as.numeric(rows[[column]])
    whole$variables$.y <- y
    sub <- whole[which(rows$.in & inside & !is.na(y)), ]
    m <- svymean(~.y, sub)
    p <- as.numeric(coef(m))
    v <- as.numeric(vcov(m))
    n <- sum(rows$.in & inside & !is.na(y))
    # degrees of freedom count the sampling units with people of the group, answered or not
    df <- degf(whole[which(rows$.in & inside), ])
    limits <- c(NA, NA)
    if (comparable && line$statistic == "mean") {
      limits <- p + c(-1, 1) * qt(.975, df) * sqrt(v)
    } else if (comparable) {
      limits <- share_limits(line$ci_method, sub, p, v, n, df)
    }
    if (rounded) df <- min(df, 200) # published to the nearest 5, and no higher
    ours <- c(estimate = p, std_error = sqrt(v), ci_low = limits[1], ci_high = limits[2], df = df)
    for (name in columns) {
      text <- line[[name]]
      if (text == "" || is.na(ours[[name]])) next
      decimals <- if (grepl(".", text, fixed = TRUE)) nchar(sub("^[^.]*[.]", "", text)) else 0
      found[[length(found) + 1]] <- list(
        column = name, what = paste(wave, line$domain, line$level, line$measure),
        published = as.numeric(text), recomputed = ours[[name]],
        half_unit = if (name == "df" && rounded) 2.5 else 10^-decimals / 2)
    }
    compared <- compared + 1
  }
}
if (compared == 0) stop("no published result can be recomputed from these rows")
pick <- function(name, of) vapply(found, function(f) f[[name]], of)
off <- data.frame(
  column = pick("column", ""), what = pick("what", ""), published = pick("published", 0),
  recomputed = pick("recomputed", 0), half_unit = pick("half_unit", 0))
off$difference <- abs(off$recomputed - off$published)
cat(compared, "published results recomputed,", left_out, "not in these rows\n")
if (!comparable) cat("errors and intervals were not compared:", why, "\n")
beyond <- off$difference > off$half_unit * (1 + 1e-6) & off$difference > 1e-9 * abs(off$published)
for (name in columns) {
  one <- off$column == name
  cat(sprintf(
    "%-9s %d numbers, largest difference %.3g, %d beyond rounding\n",
    name, sum(one), max(off$difference[one]), sum(beyond[one])))
}
if (any(beyond)) {
  cat("Numbers differ by more than their rounding, such as\n")
  worst <- off[beyond, ]
  worst <- worst[order(-worst$difference / worst$half_unit), ]
  print(utils::head(worst[c("column", "what", "published", "recomputed")], 10), row.names = FALSE)
  quit(status = 1)
}
cat("All of them agree within their rounding.\n")
