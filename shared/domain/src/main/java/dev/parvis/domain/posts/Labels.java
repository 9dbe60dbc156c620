package dev.parvis.domain.posts;

/**
 * What a post is for, so that results can be told by it: the names of a theme, a campaign and an objective of the brand's
 * sheet. Each may be empty. Labels are no part of what goes out: changing them makes no revision and voids no approval.
 */
public record Labels(String theme, String campaign, String objective) {
    public static final Labels NONE = new Labels("", "", "");
}
