/** Turns page items into one self-contained HTML file. */
package org.caretally.report.html;
