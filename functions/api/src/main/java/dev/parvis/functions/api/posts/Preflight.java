package dev.parvis.functions.api.posts;

import java.util.List;
import java.util.Optional;

import dev.parvis.domain.brands.Brand;
import dev.parvis.domain.channels.Channel;
import dev.parvis.domain.channels.ChannelId;
import dev.parvis.domain.channels.Connections;
import dev.parvis.domain.channels.Opened;
import dev.parvis.domain.media.MediaId;
import dev.parvis.domain.media.MediaLibrary;
import dev.parvis.domain.networks.Checks;
import dev.parvis.domain.networks.Limits;
import dev.parvis.domain.networks.Network;
import dev.parvis.domain.networks.Networks;
import dev.parvis.domain.networks.Publishes;
import dev.parvis.domain.posts.Content;
import dev.parvis.functions.api.calls.Ids;
import dev.parvis.kernel.json.Fields;

/** Checks a post against each of its channels before it is kept: whose they are, and what their servers accept. */
final class Preflight {
    /** What is refused already is not judged a second time, by what stands in its place. */
    private static final List<String> PARTS = List.of("text", "link", "images", "language");

    private final Connections connections;
    private final MediaLibrary media;
    private final Networks networks;

    Preflight(Connections connections, MediaLibrary media, Networks networks) {
        this.connections = connections;
        this.media = media;
        this.networks = networks;
    }

    /** The channels that the ids name; one that is not the brand's is refused like one that does not exist. */
    List<Channel> channels(Fields fields, Brand brand, List<String> ids, Content content) {
        var verdicts = verdicts(fields, brand, ids, content);
        var known = PARTS.stream().filter(fields::isRefused).toList();
        verdicts.forEach(verdict -> verdict.violations().stream()
                .filter(violation -> !known.contains(field(violation.pointer())))
                .forEach(violation -> refuse(fields, verdict, violation)));
        return verdicts.stream().map(Verdict::channel).toList();
    }

    private static void refuse(Fields fields, Verdict verdict, Publishes.Violation violation) {
        var channel = verdict.channel();
        var detail = violation.detail();
        var sentence = detail.endsWith(".") ? detail.substring(0, detail.length() - 1) : detail;
        fields.refuse(
                field(violation.pointer()),
                violation.code(),
                "is not accepted by " + channel.network() + " " + channel.handle() + ": " + sentence);
    }

    private static void refuse(Fields fields, String id) {
        fields.refuse("channels", "not_found", "must hold connected channels of this brand; " + plain(id) + " is none");
    }

    private static String plain(String id) {
        return id.matches("[A-Za-z0-9_-]{1,64}") ? id : "one of them";
    }

    private Optional<Opened.Ready> ready(Brand brand, String id) {
        return Ids.parsed(id, ChannelId::new)
                .map(channel -> connections.open(brand.workspace(), channel))
                .filter(Opened.Ready.class::isInstance)
                .map(Opened.Ready.class::cast)
                .filter(ready -> ready.connection().channel().brand().equals(brand.id()));
    }

    private Optional<Publishes> publishes(Fields fields, Opened.Ready ready) {
        var channel = ready.connection().channel();
        var publishes = networks.find(channel.network()).flatMap(Network::publishes);
        if (publishes.isEmpty()) {
            fields.refuse(
                    "channels", "cannot_publish", "must hold channels that can publish; " + channel.id() + " cannot");
        }
        return publishes;
    }

    /** What a channel's server would say to a content. */
    record Verdict(Channel channel, int length, Limits limits, List<Publishes.Violation> violations) {}

    /** What each channel would say; one that is no connected channel of the brand, or cannot publish, is refused. */
    List<Verdict> verdicts(Fields fields, Brand brand, List<String> ids, Content content) {
        return ids.stream()
                .flatMap(id -> {
                    var ready = ready(brand, id);
                    if (ready.isEmpty()) {
                        refuse(fields, id);
                    }
                    return ready.stream();
                })
                .flatMap(
                        ready -> publishes(fields, ready).stream().map(publishes -> verdict(publishes, ready, content)))
                .toList();
    }

    private static Verdict verdict(Publishes publishes, Opened.Ready ready, Content content) {
        var limits = publishes.limits(ready.connection());
        var said = content.on(ready.connection().channel().network());
        return new Verdict(
                ready.connection().channel(),
                publishes.length(said.part(0), limits),
                limits,
                Checks.of(publishes, said, limits));
    }

    /** The first part of a pointer: the body's field. */
    private static String field(String pointer) {
        var path = pointer.startsWith("/") ? pointer.substring(1) : pointer;
        return path.isEmpty() ? "text" : path.split("/", 2)[0];
    }

    /** Every image is an upload of the same brand. */
    void images(Fields fields, Brand brand, Content content) {
        for (var image : content.images()) {
            var found = Ids.parsed(image.mediaId(), MediaId::new)
                    .flatMap(id -> media.find(brand.workspace(), id))
                    .filter(there -> there.brand().equals(brand.id()));
            if (found.isEmpty()) {
                fields.refuse("images", "not_found", "must name media of this brand");
            }
        }
    }
}
