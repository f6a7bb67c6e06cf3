/** Sorting, slicing and pivoting protected tables with Tablesaw. */
package org.caretally.report.table;
