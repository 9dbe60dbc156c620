/**
 * Rules of a brand decide what becomes of an interaction: words, links and authors lead to an action, and every
 * decision leaves an audit entry that says which rule and why.
 */
@NullMarked
package dev.parvis.domain.moderation;

import org.jspecify.annotations.NullMarked;
