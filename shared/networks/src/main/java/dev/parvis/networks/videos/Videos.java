package dev.parvis.networks.videos;

import java.time.Duration;
import java.util.Set;

import dev.parvis.domain.media.Media;
import dev.parvis.domain.networks.Limits;
import dev.parvis.domain.networks.Publishes.Film;
import dev.parvis.kernel.http.out.Payload;

/** How videos travel: as they come from where they lie, never held. */
public final class Videos {
    /** From the first byte to the server's answer; less than a lease, and 100 MB of it at 8 Mbit/s. */
    public static final Duration PATIENCE = Duration.ofSeconds(100);

    private Videos() {}

    /** What a server takes, and no more than the library holds. */
    public static Limits.Videos taken(long bytes, Duration length, Set<String> types) {
        return new Limits.Videos(Math.min(bytes, Media.MOST_VIDEO_BYTES), length, types);
    }

    /** The film as the body of a call: opened when that is made, and anew when another is. */
    public static Payload payload(Film film) {
        return new Payload.OfStream(film.open(), film.bytes(), film.type());
    }
}
