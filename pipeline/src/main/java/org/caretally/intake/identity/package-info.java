/** Tells columns that may say who a person is, by their names and by a sample of their values. */
package org.caretally.intake.identity;
