/**
 * What went wrong: every problem at once, with code, place, expectation and fix, never a cell
 * value.
 */
package org.caretally.problem;
