package org.caretally.study.draft;

import java.util.List;

/**
 * Columns that an instrument may have been asked in.
 *
 * @param instrument id
 * @param columns its columns, in the order of the file
 * @param option what the study file must say about its coding, such as {@code codes_from: 1}; empty
 *     for nothing
 * @param named whether the names of the columns say so, not only their answers
 * @param strange share of the cells that the instrument does not know
 */
record Match(
    String instrument, List<Facts> columns, String option, boolean named, double strange) {}
