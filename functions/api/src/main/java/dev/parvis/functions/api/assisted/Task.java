package dev.parvis.functions.api.assisted;

import java.net.URI;
import java.util.List;

import dev.parvis.domain.assisted.HandOver;
import dev.parvis.domain.brands.Brand;
import dev.parvis.domain.posts.Content;
import dev.parvis.domain.posts.Target;

/**
 * What a helper is shown.
 *
 * @param channel what people call it: "Snapchat @lumiere"
 * @param opens where they post
 * @param content as it goes there
 */
record Task(
        HandOver handOver,
        Target target,
        Brand brand,
        String channel,
        URI opens,
        Content content,
        List<File> files,
        Standing standing) {
    /** A media, to be downloaded for a while. */
    record File(String name, String alt, boolean video, URI url) {}

    /** What is asked of the helper now. */
    enum Standing {
        /** To be posted. */
        WAITING,
        /** A stop holds it: it must not be posted. */
        STOPPED,
        /** Nobody waits for it any more; if it is out all the same, that can be said. */
        CLOSED,
        /** It was said to be out. */
        DONE,
        /** It was edited, cancelled or is no longer approved: what this link shows is not what is wanted. */
        CHANGED
    }
}
