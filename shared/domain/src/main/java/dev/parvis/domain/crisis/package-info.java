/**
 * The crisis stop: a workspace, a brand or a network falls silent by one write.
 *
 * <p>The stop is looked at in the last step before a call, by whoever is about to write in public in a brand's name: the
 * publisher, before each post, each part of a thread and each first comment. What it stops is held, shown, and waits for a
 * person, each by itself (see {@link dev.parvis.domain.posts.Resumption}); lifting the stop lets nothing go. What was due
 * while a stop stood and is looked at after it was lifted waits too. One thing passes while it stands: a post approved by
 * its seal for this very stop ({@link dev.parvis.domain.crisis.Statements}), by who holds the permission.
 *
 * <p>Hiding, deleting and blocking go on: in a crisis insults and spam come in floods, a page that is left to them makes
 * it worse, and none of them says anything in the brand's name.
 *
 * <p>A {@link dev.parvis.domain.crisis.StopLink} starts a stop from a phone, without signing in. It can only stop: what
 * a stranger could do with a stolen one is to keep a brand silent until somebody looks, never to make it speak.
 */
@NullMarked
package dev.parvis.domain.crisis;

import org.jspecify.annotations.NullMarked;
