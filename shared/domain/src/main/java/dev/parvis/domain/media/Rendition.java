package dev.parvis.domain.media;

import dev.parvis.domain.networks.NetworkId;

/**
 * What became of one size of an image.
 *
 * @param name of which bytes, to which size and around which focus: see {@link Renditions}
 * @param network that it was first wanted for
 */
public record Rendition(String name, NetworkId network, State state) {
    /** Whether there is one. */
    public sealed interface State {
        /** It lies beside its original. @param sha256 of all its bytes, in hexadecimal: no others are ever sent */
        record Made(String type, long bytes, int width, int height, String sha256) implements State {}

        /** It cannot be made; {@code reason} is for a person. */
        record Impossible(String code, String reason) implements State {}
    }
}
