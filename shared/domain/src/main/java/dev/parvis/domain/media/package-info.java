/**
 * A media is a file a person uploads straight to S3, by a URL signed for its exact length and type.
 */
@NullMarked
package dev.parvis.domain.media;

import org.jspecify.annotations.NullMarked;
