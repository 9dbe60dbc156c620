/**
 * The first run's story: a café, its account on the sandbox network, a post due in forty seconds, a blog that speaks of it, a
 * rule, a signed webhook with an angry message, a report. Everything is made through the HTTP API with the owner's token, as a
 * user would, under fixed idempotency keys: a start that was broken off is taken up again by the next one, and nothing
 * is made twice. What has been made is noted in {@code demo.json}; while it is there, a start adds nothing.
 *
 * <p>The blog is a feed of two entries that this package serves itself, dated by the demo's start.
 */
@NullMarked
package dev.parvis.local.demo;

import org.jspecify.annotations.NullMarked;
