package dev.parvis.functions.notify;

/** What a network does not take of a content, by the codes that all networks share, and what to do about it. */
final class NetworkRisks {
    private NetworkRisks() {}

    static String said(String code, boolean french) {
        return switch (code) {
            case "text_too_long", "text_too_many_bytes" ->
                french
                        ? "le texte est trop long pour ce réseau. Raccourcissez-le."
                        : "the text is too long for this network. Shorten it.";
            case "too_many_images" ->
                french
                        ? "il y a trop d’images pour ce réseau. Retirez-en."
                        : "there are too many images for this network. Take some out.";
            case "alt_too_long" ->
                french
                        ? "une description d’image est trop longue. Raccourcissez-la."
                        : "the description of an image is too long. Shorten it.";
            case "needs_image" ->
                french
                        ? "ce réseau veut une image ou une vidéo. Ajoutez-en une."
                        : "this network wants an image or a video. Add one.";
            case "no_threads", "too_many_parts" ->
                french
                        ? "ce réseau n’accepte pas autant de parties. Raccourcissez le fil."
                        : "this network does not take so many parts. Shorten the thread.";
            case "image_type", "image_too_large" ->
                french
                        ? "ce réseau n’accepte pas une image de ce format. Remplacez-la."
                        : "this network does not take an image of this format. Put another in its place.";
            default -> ofAKind(code, french);
        };
    }

    private static String ofAKind(String code, boolean french) {
        if (code.equals("video_with_images")) {
            return french
                    ? "ce réseau n’accepte pas images et vidéo ensemble. Choisissez."
                    : "this network does not take images and a video together. Choose.";
        }
        if (code.contains("video")) {
            return french
                    ? "ce réseau n’accepte pas la vidéo telle qu’elle est. Remplacez-la."
                    : "this network does not take the video as it is. Put another in its place.";
        }
        if (code.contains("poll") || code.contains("option")) {
            return french
                    ? "ce réseau n’accepte pas ce sondage. Modifiez-le."
                    : "this network does not take this poll. Change it.";
        }
        if (code.contains("comment")) {
            return french
                    ? "ce réseau n’accepte pas ce premier commentaire. Modifiez-le ou retirez-le."
                    : "this network does not take this first comment. Change it, or take it out.";
        }
        return french
                ? "le réseau n’accepte plus ce contenu (" + code + "). Modifiez-le."
                : "the network does not take this content any more (" + code + "). Edit it.";
    }
}
