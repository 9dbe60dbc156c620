/**
 * When a channel's posts were answered best, from the brand's own figures and nothing else: each proposal says how many
 * posts it rests on, and where there are too few there is no proposal.
 */
@NullMarked
package dev.parvis.domain.besttimes;

import org.jspecify.annotations.NullMarked;
