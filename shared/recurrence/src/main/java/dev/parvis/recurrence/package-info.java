/**
 * Reads recurrence rules (RFC 5545 §3.3.10, RFC 7529) by lib-recur, 340 KB with what it needs, loaded when the first
 * rule is read. Rules are followed on the wall clock, without a zone; what a wall clock means in a zone is the domain's.
 */
@NullMarked
package dev.parvis.recurrence;

import org.jspecify.annotations.NullMarked;
