/** Charts drawn by XChart onto an SVG canvas of our own. */
package org.caretally.report.chart;
