/**
 * What a column means: variables with their integer grid and pivot, levels, the missing mark,
 * waves.
 */
package org.caretally.codebook;
