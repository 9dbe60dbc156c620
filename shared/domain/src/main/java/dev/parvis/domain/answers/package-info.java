/**
 * An answer to what somebody wrote is a {@link dev.parvis.domain.posts.Post} of one target, whose content says what it
 * answers: it goes out by the same engine, exactly once, and can be edited, held and looked for like any post. It is asked of
 * nobody for approval and stands on no calendar. A rule's answer has an id made of the interaction it answers, so that
 * however often the rule is run there is one. A crisis stop holds both; what somebody who may typed while it stood passes
 * it, and no later one.
 */
@NullMarked
package dev.parvis.domain.answers;

import org.jspecify.annotations.NullMarked;
