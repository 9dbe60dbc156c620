/**
 * What somebody at this machine looks at: the status page at {@code /}, the mailbox, the stored reports, the API's own
 * description made readable, the issuer's documents.
 *
 * <p>Plain HTML in French or English as the browser asks, complete without script; a script of ten lines exchanges the live part
 * every five seconds and leaves the reader's place alone. Everything shown was written by strangers (a mail's HTML, an event's
 * text): text is escaped, a mail's HTML lives in a sandboxed frame under a policy that loads nothing.
 *
 * <p>The due work is read through the template's {@code Due} index with a scan. That is right here and nowhere else: this table is
 * one person's, and the page wants all kinds at once. The bucket is read with presigned addresses that are made here, which
 * proves on every look that the emulator checks them.
 */
@NullMarked
package dev.parvis.local.pages;

import org.jspecify.annotations.NullMarked;
