/** Images: declared here, uploaded straight to S3 by a URL signed for their exact length and type. */
@NullMarked
package dev.parvis.functions.api.media;

import org.jspecify.annotations.NullMarked;
