/**
 * A media is a file a person uploads straight to S3, by a URL signed for its exact length and type that works once. When the
 * upload is over its file is looked at ({@link dev.parvis.domain.media.Originals}): what lies about its type is refused and
 * thrown away, and of the rest the digest is kept, so that what was approved, what was checked and what goes out are the same
 * bytes. It carries its credit and rights: after their last day, a day on the clock of the brand's zone, it is never published.
 */
@NullMarked
package dev.parvis.domain.media;

import org.jspecify.annotations.NullMarked;
