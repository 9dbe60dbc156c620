/**
 * The media library: declared here and uploaded straight to S3 by a URL signed for their exact length and type, which works
 * once; or imported from a URL. A file is looked at when its upload is over, at the latest when a post shows it, and thrown
 * away when it is not what it was said to be. The sizes that the brand's channels want are made then, by
 * themselves, and kept; the library shows what became of each.
 */
@NullMarked
package dev.parvis.functions.api.media;

import org.jspecify.annotations.NullMarked;
