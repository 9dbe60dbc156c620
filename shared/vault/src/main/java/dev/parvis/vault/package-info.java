/**
 * Seals secrets with AES-256-GCM. The master key is a SecureString parameter, a customer KMS key, or a local file.
 */
@NullMarked
package dev.parvis.vault;

import org.jspecify.annotations.NullMarked;
