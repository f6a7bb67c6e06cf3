/** The only maker of publishable numbers: rules decide, the gate makes Shown and Withheld cells. */
package org.caretally.disclosure;
