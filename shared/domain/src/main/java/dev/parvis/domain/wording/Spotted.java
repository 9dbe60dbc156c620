package dev.parvis.domain.wording;

import dev.parvis.domain.brands.BrandId;

/** A brand that a text names, and by what: {@code @handle}, {@code #hashtag}, or a site without its scheme. */
public record Spotted(BrandId brand, String sign) {}
