#!/usr/bin/env python3
"""The estimates of study-generated.yml without a report, by pandas, numpy and statsmodels.

    python3 reference_pandas.py survey.csv estimates.csv

A yardstick for speed: twelve prevalences and their standard errors (PSU totals inside strata), overall and by
eight domains; the correlations of 20 scales and numbers of the people who have all of them; and one weighted
logistic model with errors clustered by PSU. Writes measure,domain,level,estimate,se.
"""
import sys

import numpy as np
import pandas as pd
import statsmodels.api as sm

OFTEN = ["not at all", "several days", "more than half the days", "nearly every day"]
AGREE = ["strongly disagree", "disagree", "neither agree nor disagree", "agree", "strongly agree"]
# prefix: items, lowest, highest code, case from (or up to, when negative), labels, reversed items
SCALES = {
    "phq": (9, 0, 3, 10, OFTEN, ()), "gad": (7, 0, 3, 10, OFTEN, ()), "k6_": (6, 0, 4, 13, None, ()),
    "who": (5, 0, 5, -12.5, None, ()), "ee": (9, 0, 6, 27, None, ()), "dp": (5, 0, 6, 10, None, ()),
    "pa": (8, 0, 6, -33, None, ()), "sts": (10, 1, 5, 28, None, ()), "cs": (10, 1, 5, -30, None, ()),
    "aud": (3, 0, 4, 4, None, ()), "pc": (5, 0, 1, 3, None, ()), "isi": (7, 0, 4, 15, None, ()),
    "brs": (6, 1, 5, None, None, (2, 4, 6)), "js": (10, 1, 5, None, AGREE, ()),
}


def decoded(column, low, high, labels):
    """Codes of a column; a column holds few different texts, so those are decoded and looked up."""
    places, texts = pd.factorize(column)
    codes = np.full(len(texts), np.nan)
    for i, text in enumerate(texts):
        word = text.strip().lower()
        if labels and word in labels:
            codes[i] = low + labels.index(word)
            continue
        try:
            number = float(word)
        except ValueError:
            continue
        codes[i] = number if low <= number <= high else np.nan
    return codes[places]


def scored(rows, prefix, items, low, high, labels, turned=()):
    """Sum of a scale; up to a fifth of the items may be missing and is filled in by the person's mean."""
    total, given = np.zeros(len(rows)), np.zeros(len(rows))
    for item in items:
        answer = decoded(rows[f"{prefix}{item}"], low, high, labels)
        answer = low + high - answer if item in turned else answer
        there = ~np.isnan(answer)
        total[there] += answer[there]
        given += there
    with np.errstate(all="ignore"):
        return np.where(given >= np.ceil(0.8 * len(items)), total * len(items) / given, np.nan)


def main(source, target):
    rows = pd.read_csv(source, dtype=str, keep_default_na=False)
    scores, cases = {}, {}
    for name, (size, low, high, cut, labels, turned) in SCALES.items():
        score = scored(rows, name, range(1, size + 1), low, high, labels, turned)
        scores[name] = score
        if cut is not None:
            case = (score >= cut) if cut > 0 else (score <= -cut)
            cases[name] = np.where(np.isnan(score), np.nan, case.astype(float))
    scores["som"] = scored(rows, "phq", (3, 4, 5), 0, 3, OFTEN)
    scores["cog"] = scored(rows, "phq", (1, 2, 6, 9), 0, 3, OFTEN)
    scores["pay"] = scored(rows, "js", (1, 2, 3), 1, 5, AGREE)
    for name, column, most in (("hours", "hours", 168), ("caseload", "caseload", 999), ("years", "years_experience", 80)):
        scores[name] = decoded(rows[column], 0, most, None)

    domains = {d: rows[d].str.strip() for d in ("wave", "profession", "setting", "region", "sex", "age_group")}
    domains["exp_group"] = pd.cut(scores["years"], [-1, 2, 5, 10, 20, 99]).astype(str)
    domains["load_group"] = pd.cut(scores["caseload"], [-1, 15, 25, 40, 9999]).astype(str)
    weight = rows["weight"].astype(float).to_numpy()
    agency, names = pd.factorize(rows["stratum"] + "|" + rows["psu"])
    stratum = pd.factorize(pd.Series(names).str.split("|").str[0])[0]
    per_stratum = np.bincount(stratum)

    def error(influence):
        """Standard error of a sum of influences: PSU totals around the mean of their stratum."""
        totals = np.bincount(agency, influence, len(names))
        centre = np.bincount(stratum, totals) / per_stratum
        with np.errstate(all="ignore"):
            spread = per_stratum / (per_stratum - 1) * np.bincount(stratum, (totals - centre[stratum]) ** 2)
        return np.sqrt(np.nansum(np.where(per_stratum > 1, spread, 0)))

    out = []
    for name, case in cases.items():
        groups = [("", "", np.ones(len(rows), bool))]
        groups += [(d, level, (column == level).to_numpy() if hasattr(column, "to_numpy") else column == level)
                   for d, column in domains.items() for level in pd.unique(column)]
        for domain, level, inside in groups:
            use = inside & ~np.isnan(case)
            sum_w = weight[use].sum()
            share = (weight[use] * case[use]).sum() / sum_w
            influence = np.where(use, weight * (np.nan_to_num(case) - share), 0) / sum_w
            out.append((name, domain, level, share, error(influence)))

    values = np.column_stack(list(scores.values()))
    full = ~np.isnan(values).any(axis=1)
    x, w = values[full], weight[full] / weight[full].sum()
    z = (x - w @ x) / np.sqrt(w @ (x - w @ x) ** 2)
    labels = list(scores)
    for i in range(len(labels)):
        for j in range(i):
            product = z[:, i] * z[:, j]
            r = w @ product
            influence = np.zeros(len(rows))
            influence[full] = w * (product - r / 2 * (z[:, i] ** 2 + z[:, j] ** 2))
            out.append((f"{labels[i]} {labels[j]}", "", "", r, error(influence)))

    use = full & ~np.isnan(cases["ee"])
    design = sm.add_constant(np.column_stack([scores["caseload"], scores["hours"], scores["years"]])[use])
    model = sm.GLM(cases["ee"][use], design, family=sm.families.Binomial(), freq_weights=weight[use])
    fit = model.fit(cov_type="cluster", cov_kwds={"groups": agency[use]})
    out += [("logit", "", term, b, s) for term, b, s in zip(("", "caseload", "hours", "years"), fit.params, fit.bse)]
    pd.DataFrame(out, columns=["measure", "domain", "level", "estimate", "se"]).to_csv(target, index=False)


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(sys.argv[1], sys.argv[2])
