/**
 * Mails to people.
 */
@NullMarked
package dev.parvis.domain.mail;

import org.jspecify.annotations.NullMarked;
