/**
 * What texts say, whatever their accents and capitals: whether one names a brand by its handle, site or hashtag, and
 * whether it says what another has said. Nothing here is a pattern of a user's: texts are cut and looked up.
 */
@NullMarked
package dev.parvis.domain.wording;

import org.jspecify.annotations.NullMarked;
