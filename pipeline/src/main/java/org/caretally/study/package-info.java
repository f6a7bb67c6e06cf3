/** The study file, validated whole, turned into one plan. */
package org.caretally.study;
