/** One raw row of text becomes one coded respondent, with reasons for what is set aside. */
package org.caretally.intake;
