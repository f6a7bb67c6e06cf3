/**
 * The languages of the report: its words by key, and how numbers and lists read. Only this part
 * knows the library of languages.
 */
package org.caretally.report.words;
