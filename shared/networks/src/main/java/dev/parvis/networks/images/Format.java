package dev.parvis.networks.images;

/** The formats that are read, told by a file's first bytes. */
enum Format {
    JPEG("image/jpeg", "\u00FF\u00D8\u00FF"),
    PNG("image/png", "\u0089PNG\r\n\u001A\n"),
    GIF("image/gif", "GIF8"),
    /** What stands at bytes 4 to 7 is the file's length. */
    WEBP("image/webp", "RIFF????WEBP");

    private static final char ANY = '?';

    private final String type;
    private final String beginning;

    Format(String type, String beginning) {
        this.type = type;
        this.beginning = beginning;
    }

    String type() {
        return type;
    }

    /** The name that {@code javax.imageio} knows it by. */
    String plugin() {
        return type.substring("image/".length());
    }

    static Format of(byte[] bytes) throws Unreadable {
        for (var format : values()) {
            if (format.begins(bytes)) {
                return format;
            }
        }
        throw Unreadable.notAnImage();
    }

    private boolean begins(byte[] bytes) {
        if (bytes.length < beginning.length()) {
            return false;
        }
        for (var i = 0; i < beginning.length(); i++) {
            if (beginning.charAt(i) != ANY && (bytes[i] & 0xFF) != beginning.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
