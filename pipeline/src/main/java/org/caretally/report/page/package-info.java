/** What a page consists of: a sealed set of items, and the words and tables they carry. */
package org.caretally.report.page;
