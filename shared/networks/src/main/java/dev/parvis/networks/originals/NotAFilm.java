package dev.parvis.networks.originals;

/** A file that is no video that could be used, and why, for a person. Never leaves this package. */
final class NotAFilm extends Exception {
    private static final long serialVersionUID = 1L;

    private final String code;

    private NotAFilm(String code, String reason) {
        super(reason, null, false, false);
        this.code = code;
    }

    static NotAFilm other() {
        return new NotAFilm("not_a_video", "the file is not an MP4 or QuickTime video, whatever it is called");
    }

    static NotAFilm damaged() {
        return new NotAFilm("video_damaged", "the video is damaged or not complete");
    }

    static NotAFilm silentAboutItself() {
        return new NotAFilm("video_unknown_length", "the video does not say how long it is");
    }

    static NotAFilm withoutPicture() {
        return new NotAFilm("video_without_picture", "the file holds no moving picture");
    }

    String code() {
        return code;
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
