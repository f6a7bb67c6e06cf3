/** How answers become a score: keys, scales, cut-offs; exact, pure functions. */
package org.caretally.instrument;
