/** How the export of one survey platform names its columns; one class and one line for each. */
package org.caretally.intake.dialect;
