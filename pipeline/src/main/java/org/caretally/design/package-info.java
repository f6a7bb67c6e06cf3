/** Who was sampled, how, and of whom we speak: strata, PSUs, weights, domains. */
package org.caretally.design;
