package org.caretally.engine;

import java.io.Serializable;

/**
 * One coded person of the analysis population, kept for an export.
 *
 * @param wave text of the wave
 * @param weight weight on its grid
 * @param row coded row
 */
record Kept(String wave, long weight, long[] row) implements Serializable {}
