/**
 * The bucket: S3Proxy over a folder, in this process. Chosen because it checks signatures and their expiry, so that a
 * test of who may read what means something; an unsigned or tampered request is refused as by a private bucket.
 *
 * <p>S3Proxy 4.1.0 is built for a later SDK than the functions use; {@code LocalS3Test} holds that it works on theirs.
 * What it does not do (measured): tags and lifecycle rules are answered 501, encryption headers are kept and not obeyed.
 */
@NullMarked
package dev.parvis.emulators.s3;

import org.jspecify.annotations.NullMarked;
