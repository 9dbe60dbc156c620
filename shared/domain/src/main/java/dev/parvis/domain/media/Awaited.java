package dev.parvis.domain.media;

/**
 * Media that were declared, and whose file has not come. A post may be written around one while it is uploaded; a post
 * whose time comes first is missed.
 */
public final class Awaited {
    /** As a warning, and as what is wrong with a row of a file. */
    public static final String CODE = "media_not_uploaded";

    private Awaited() {}

    /** What that means for a post that shows it, in words for a person. */
    public static String why(Media media) {
        return "“" + media.name() + "” is not uploaded yet: unless it is before its time, the post does not go out.";
    }
}
