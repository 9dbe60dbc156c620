package dev.parvis.domain.media;

import java.time.Duration;

/**
 * What was found in an uploaded file when it was first looked at. From then on the media is these bytes and no others.
 *
 * @param sha256 of all its bytes, in hexadecimal
 * @param tag what the store calls these bytes (an S3 ETag); empty when it does not say
 * @param width in pixels, as it is shown
 * @param length of a video, and of an image that moves; zero for one that stands still
 */
public record Original(String sha256, String tag, int width, int height, Duration length) {}
