package dev.parvis.domain.brands;

import java.util.Optional;

/**
 * What holds for all posts of a brand.
 *
 * @param altRequired whether each image and video of a scheduled post must say what it shows
 * @param utm what links are tagged with, unless a post says otherwise
 */
public record Publishing(boolean altRequired, Optional<UtmTemplate> utm) {
    public static final Publishing PLAIN = new Publishing(false, Optional.empty());
}
