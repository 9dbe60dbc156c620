/**
 * Mails through SES v2, as a text and an HTML part in UTF-8.
 */
@NullMarked
package dev.parvis.mail;

import org.jspecify.annotations.NullMarked;
