/**
 * Videos on their way to a network. What a file is was told when its upload was looked at ({@code originals}), and is judged by
 * {@link dev.parvis.domain.media.Fitness} while there is time; here its bytes are passed on as they come from the bucket, so that
 * none of them is held. Nothing is transcoded. An upload that breaks off is begun again from the first byte: what lay on the
 * network of it belongs to no post and is collected.
 */
@NullMarked
package dev.parvis.networks.videos;

import org.jspecify.annotations.NullMarked;
