package dev.parvis.functions.api.posts;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;

import dev.parvis.domain.brands.Brand;
import dev.parvis.domain.channels.Channel;
import dev.parvis.domain.channels.ChannelId;
import dev.parvis.domain.channels.Connection;
import dev.parvis.domain.channels.Connections;
import dev.parvis.domain.channels.Opened;
import dev.parvis.domain.networks.Accepts;
import dev.parvis.domain.networks.Checks;
import dev.parvis.domain.networks.Limits;
import dev.parvis.domain.networks.Network;
import dev.parvis.domain.networks.Networks;
import dev.parvis.domain.networks.Publishes;
import dev.parvis.domain.networks.Terms;
import dev.parvis.domain.posts.Content;
import dev.parvis.domain.posts.PostId;
import dev.parvis.domain.posts.Schedule;
import dev.parvis.domain.workspaces.WorkspaceId;
import dev.parvis.functions.api.calls.Ids;
import dev.parvis.functions.api.media.UsableMedia;
import dev.parvis.kernel.json.Fields;

/** Checks a post against each of its channels before it is kept: whose they are, and what their servers accept. */
final class Preflight {
    /** As long as the id that a post will have. */
    static final PostId AS_LONG = new PostId("00000000000000000000000000");

    private final BiFunction<WorkspaceId, ChannelId, Opened> connections;
    private final Belongings belongings;
    private final Networks networks;

    Preflight(Connections connections, UsableMedia media, Networks networks) {
        this(connections::open, new Belongings(media::find, media::wrong), networks);
    }

    /** The same over what is looked up in another way. */
    Preflight(BiFunction<WorkspaceId, ChannelId, Opened> connections, Belongings belongings, Networks networks) {
        this.connections = connections;
        this.belongings = belongings;
        this.networks = networks;
    }

    /**
     * The channels that the ids name; one that is not the brand's is refused like one that does not exist. What is refused
     * already is not judged a second time, by what stands in its place.
     */
    List<Channel> channels(Fields fields, Brand brand, List<String> ids, Content content) {
        var verdicts = verdicts(fields, brand, ids, content);
        var found = verdicts.stream()
                .flatMap(verdict -> verdict.violations().stream().map(violation -> new Found(verdict, violation)))
                .filter(each -> !fields.isRefused(each.field()))
                .toList();
        found.forEach(each -> refuse(fields, each));
        return verdicts.stream().map(Verdict::channel).toList();
    }

    private record Found(Verdict verdict, Publishes.Violation violation) {
        String field() {
            return violation.pointer().split("/", 3)[1];
        }
    }

    private static void refuse(Fields fields, Found found) {
        var channel = found.verdict().channel();
        var detail = found.violation().detail();
        var sentence = detail.endsWith(".") ? detail.substring(0, detail.length() - 1) : detail;
        fields.refuseAt(
                found.violation().pointer(),
                found.violation().code(),
                "is not accepted by " + channel.network() + " " + channel.handle() + ": " + sentence);
    }

    private static void refuse(Fields fields, String id) {
        fields.refuse(
                "channels",
                "not_found",
                "must hold connected channels of this brand; " + plain(id)
                        + " is none, is disconnected, or stands for more than one");
    }

    private static String plain(String id) {
        return id.matches("[A-Za-z0-9_-]{1,64}") ? id : "one of them";
    }

    private Optional<Opened.Ready> ready(Brand brand, String id) {
        return Ids.parsed(id, ChannelId::new)
                .map(channel -> connections.apply(brand.workspace(), channel))
                .filter(Opened.Ready.class::isInstance)
                .map(Opened.Ready.class::cast)
                .filter(ready -> ready.connection().channel().brand().equals(brand.id()));
    }

    private Optional<Accepts> accepts(Fields fields, Opened.Ready ready) {
        var channel = ready.connection().channel();
        var accepts = networks.find(channel.network()).flatMap(Network::way).map(Network.Way::accepts);
        if (accepts.isEmpty()) {
            fields.refuse(
                    "channels", "cannot_publish", "must hold channels that can publish; " + channel.id() + " cannot");
        }
        return accepts;
    }

    /**
     * What a channel's server would say to a content, with pointers into the body that it was read from.
     *
     * @param said what would go out there
     */
    record Verdict(
            Connection connection,
            Accepts accepts,
            Content said,
            int length,
            Limits limits,
            List<Publishes.Violation> violations,
            Optional<Terms.Cost> cost) {
        Channel channel() {
            return connection.channel();
        }
    }

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
                .flatMap(ready -> accepts(fields, ready).stream().map(accepts -> verdict(accepts, ready, content)))
                .toList();
    }

    private Verdict verdict(Accepts accepts, Opened.Ready ready, Content content) {
        var limits = accepts.limits(ready.connection());
        var channel = ready.connection().channel();
        var said = content.on(channel.network());
        var unfit = belongings.unfit(channel.workspace(), said, limits);
        var violations = Stream.concat(Checks.of(accepts, said, limits).stream(), unfit.stream())
                .map(wrong -> Pointers.into(content, channel.network(), wrong))
                .toList();
        var length = accepts.length(said.part(0), limits);
        return new Verdict(
                ready.connection(),
                accepts,
                said,
                length,
                limits,
                violations,
                limits.terms().cost(said));
    }

    /** What the brand asks of a post with a time, or of a series: a draft may lack it. */
    void scheduled(Fields fields, Brand brand, Content content) {
        if (brand.publishing().altRequired()) {
            Belongings.described(fields, content);
        }
    }

    /** Every media is an upload of the same brand, of the right kind; every variant is of a network that we know. */
    void content(Fields fields, Brand brand, Content content) {
        belongings.check(fields, brand, content);
        content.variants().keySet().stream()
                .filter(network -> networks.find(network).isEmpty())
                .forEach(network ->
                        fields.refuseAt("/variants/" + network, "not_found", "must be of a network that Parvis knows"));
    }

    /** Nothing is due when the rights of what it shows are over. */
    void rights(Fields fields, Brand brand, Content content, Optional<Schedule> schedule) {
        schedule.ifPresent(due -> belongings.expired(fields, brand, content, due.at()));
    }
}
