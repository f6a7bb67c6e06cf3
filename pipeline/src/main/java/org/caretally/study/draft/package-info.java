/** Proposes a study file for an export that nobody has described; every guess is marked. */
package org.caretally.study.draft;
