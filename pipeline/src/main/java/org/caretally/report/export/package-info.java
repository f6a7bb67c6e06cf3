/** Files beside the report: CSV and JSON. */
package org.caretally.report.export;
