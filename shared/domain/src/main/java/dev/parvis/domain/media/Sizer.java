package dev.parvis.domain.media;

import dev.parvis.domain.networks.ImageSize;

/** Makes an image to a size. */
@FunctionalInterface
public interface Sizer {
    /** @param focus what stays to be seen when it is cut */
    Sized make(byte[] image, ImageSize size, Focus focus);

    /** What became of it. */
    sealed interface Sized {
        /** Fit to be sent. Do not change the array. */
        @SuppressWarnings("ArrayRecordComponent") // compared by nobody; a copy per access would double it
        record Fit(byte[] bytes, String type, int width, int height) implements Sized {}

        /** It cannot be made; {@code reason} is for a person. */
        record Unfit(String code, String reason) implements Sized {}
    }
}
