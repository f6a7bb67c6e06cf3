/**
 * Exact sums become values, standard errors, intervals and degrees of freedom; knows no file and no
 * engine.
 */
package org.caretally.estimate;
