/** Files beside the report: CSV and JSON, and what describes them. */
package org.caretally.report.export;
