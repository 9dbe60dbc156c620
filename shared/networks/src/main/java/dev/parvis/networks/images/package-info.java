/**
 * Images made fit for a network. A file is judged by its content, never by its name: its size is read from its header before
 * anything is decoded, so that a small file cannot claim a large memory. What already fits is passed on with its pixels
 * untouched and its metadata (place, camera, thumbnail, comments, whatever follows the image) taken out; what must be
 * turned or shrunk is decoded, turned as its EXIF orientation says, and written as JPEG in sRGB on white.
 *
 * <p>JPEG, PNG and GIF, by {@code javax.imageio}. WebP is passed on where a network takes it as it is: the JDK decodes none. Not
 * done: AVIF and HEIC, the
 * animation of a picture that must be made anew, or of a PNG at all (the first frame is kept; {@code Stills} of the domain
 * tells who sends it).
 */
@NullMarked
package dev.parvis.networks.images;

import org.jspecify.annotations.NullMarked;
