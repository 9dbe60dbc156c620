package dev.parvis.networks.mastodon;

import java.util.List;

import dev.parvis.domain.posts.Content;
import dev.parvis.kernel.json.Json;
import dev.parvis.kernel.secret.Sha256;
import dev.parvis.networks.http.HtmlText;

/**
 * What a status is known again by, whatever a server does to its spaces, its punctuation and its mentions.
 *
 * @param media how many files are attached to it
 * @param options of its poll
 * @param above id of the status that it answers, or empty
 */
record Looks(String text, int media, List<String> options, String above) {
    Looks {
        options = List.copyOf(options);
    }

    static Looks of(Content content, String above) {
        var options = content.poll().map(Content.Poll::options).orElse(List.of());
        var media = content.video().isPresent() ? 1 : content.images().size();
        return new Looks(StatusText.of(content), media, options, above);
    }

    /** As the server has it: as it was written where the server tells that (snac2 does), or as it is shown. */
    static Looks of(Json status) {
        var text = status.at("text")
                .text()
                .orElseGet(() -> HtmlText.of(status.at("content").textOr("")));
        var options = status.at("poll", "options").items().stream()
                .map(option -> option.at("title").textOr(""))
                .toList();
        return new Looks(
                text,
                status.at("media_attachments").items().size(),
                options,
                status.at("in_reply_to_id").textOr(""));
    }

    /** 32 hex digits. */
    String fingerprint() {
        var looks = new StringBuilder(StatusText.essence(text)).append('\n').append(media);
        options.forEach(option -> looks.append("\no").append(StatusText.essence(option)));
        if (!above.isEmpty()) {
            looks.append("\n<").append(above);
        }
        return Sha256.hex(looks.toString()).substring(0, 32);
    }
}
