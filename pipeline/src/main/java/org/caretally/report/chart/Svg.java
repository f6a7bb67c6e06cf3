package org.caretally.report.chart;

/**
 * A finished picture.
 *
 * @param markup the {@code svg} element, escaped, without prolog
 * @param width width of its view box in pixels
 * @param height height of its view box in pixels
 */
public record Svg(String markup, int width, int height) {}
