/** The only room that knows Spark; no statistics inside. */
package org.caretally.engine;
