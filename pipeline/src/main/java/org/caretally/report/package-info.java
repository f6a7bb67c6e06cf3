/** Draws protected tables as HTML, charts and files; can see nothing else. */
package org.caretally.report;
