package dev.parvis.domain.brands;

/**
 * What links are tagged with for a site's statistics, as {@code utm_source}, {@code utm_medium} and {@code utm_campaign}
 * (https://support.google.com/analytics/answer/10917952). Each may hold {@code {network}}, {@code {campaign}} (the post's
 * label) and {@code {post}} (its id); one that comes out empty is not added.
 */
public record UtmTemplate(String source, String medium, String campaign) {
    public static final String NETWORK = "{network}";
    public static final String CAMPAIGN = "{campaign}";
    public static final String POST = "{post}";

    /** Whether a placeholder stands in one of its values. */
    public boolean says(String placeholder) {
        return source.contains(placeholder) || medium.contains(placeholder) || campaign.contains(placeholder);
    }
}
