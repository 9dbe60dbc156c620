package dev.parvis.networks.images;

/** An image that cannot be sent, and why, for a person. Never leaves this package. */
final class Unreadable extends Exception {
    private static final long serialVersionUID = 1L;

    private final String code;

    Unreadable(String code, String reason) {
        super(reason, null, false, false);
        this.code = code;
    }

    static Unreadable notAnImage() {
        return new Unreadable("not_an_image", "the file is not a JPEG, PNG, GIF or WebP image, whatever it is called");
    }

    static Unreadable damaged() {
        return new Unreadable("image_damaged", "the image is damaged or not complete");
    }

    /** The JDK decodes none. */
    static Unreadable webP() {
        return new Unreadable(
                "image_webp", "a WebP image cannot be shrunk, turned or converted here: upload it as JPEG or PNG");
    }

    static Unreadable tooMuchWork() {
        return new Unreadable("image_too_complex", "the image is made up of too many layers: save it anew");
    }

    String code() {
        return code;
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
