package dev.parvis.networks.images;

/** The formats that are read, told by a file's first bytes. */
enum Format {
    JPEG("image/jpeg", new int[] {0xFF, 0xD8, 0xFF}),
    PNG("image/png", new int[] {0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'}),
    GIF("image/gif", new int[] {'G', 'I', 'F', '8'});

    private final String type;
    private final int[] beginning;

    Format(String type, int[] beginning) {
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
        if (bytes.length < beginning.length) {
            return false;
        }
        for (var i = 0; i < beginning.length; i++) {
            if ((bytes[i] & 0xFF) != beginning[i]) {
                return false;
            }
        }
        return true;
    }
}
