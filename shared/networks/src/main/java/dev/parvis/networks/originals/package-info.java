/**
 * What an uploaded file is, told by its content and never by its name or its declared type: an image by its header and its
 * parts, walked to the end; a video by the boxes of its container (ISO/IEC 14496-12, and QuickTime's, which is its ancestor).
 * Nothing is decoded. Sizes, counts and depth are bounded, and a file that does not reach its own end is refused.
 *
 * <p>Not done: which codecs a video holds (networks that mind refuse it when it is sent), and WebM.
 */
@NullMarked
package dev.parvis.networks.originals;

import org.jspecify.annotations.NullMarked;
