package dev.parvis.functions.api.calls;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import dev.parvis.domain.brands.BrandId;
import dev.parvis.domain.channels.Channel;
import dev.parvis.domain.channels.ChannelId;
import dev.parvis.domain.channels.Channels;
import dev.parvis.domain.items.Interaction;
import dev.parvis.domain.items.Items;
import dev.parvis.domain.media.Media;
import dev.parvis.domain.media.MediaId;
import dev.parvis.domain.media.MediaLibrary;
import dev.parvis.domain.posts.Hold;
import dev.parvis.domain.posts.PostId;
import dev.parvis.domain.posts.Posts;
import dev.parvis.domain.reports.Report;
import dev.parvis.domain.reports.ReportId;
import dev.parvis.domain.reports.Reports;
import dev.parvis.domain.sources.Source;
import dev.parvis.domain.sources.SourceId;
import dev.parvis.domain.sources.Sources;
import dev.parvis.domain.workspaces.Member;
import dev.parvis.domain.workspaces.Role;
import dev.parvis.domain.workspaces.WorkspaceId;
import dev.parvis.kernel.http.in.Problem;
import dev.parvis.kernel.http.in.Request;
import dev.parvis.kernel.json.FieldError;

/**
 * Finds the role that a member has where a request acts. Who has the same role on every brand costs no read; for the
 * others the thing that the path names is read once more, and its own brand counts. What lies on a brand that a guest has
 * no role on is answered in the same words as what is not there.
 */
public final class Places {
    private final Stores stores;

    /** What things are found in, to see whose they are. */
    public record Stores(
            Posts posts, Channels channels, MediaLibrary media, Sources sources, Reports reports, Items items) {}

    public Places(Stores stores) {
        this.stores = stores;
    }

    Role role(Place place, Member member, Request request) {
        if (member.brands().isEmpty() && member.role().mayRead() && place != Place.SEEN) {
            return member.role();
        }
        return switch (place) {
            case SEEN -> Role.READER;
            case WORKSPACE -> member.role();
            case EVERYWHERE -> member.everywhere();
            case BODY -> named(member, said(request), "brand", "must be a brand of this workspace");
            case STOP -> stop(member, request);
            case BRAND, QUERY, POST, CHANNEL, MEDIA, SOURCE, REPORT, INTERACTION -> found(place, member, request);
        };
    }

    private Role found(Place place, Member member, Request request) {
        if (member.brands().isEmpty()) {
            return shown(member.role());
        }
        var brand = brand(place, request, member.workspace());
        return shown(brand.map(member::on).orElse(Role.GUEST));
    }

    private static Role shown(Role role) {
        if (!role.mayRead()) {
            throw Ids.nothingHere();
        }
        return role;
    }

    /** What names no brand at all is refused by the route, with everything else that is wrong. */
    private static Role named(Member member, Optional<String> id, String field, String otherwise) {
        var role = id.flatMap(text -> Ids.parsed(text, BrandId::new))
                .map(member::on)
                .orElseGet(() -> best(member));
        if (!role.mayRead()) {
            throw Problem.fields(List.of(new FieldError("/" + field, "not_found", field + " " + otherwise + ".")))
                    .exception();
        }
        return role;
    }

    private static Role best(Member member) {
        return Stream.concat(Stream.of(member.role()), member.brands().values().stream())
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    private static Role stop(Member member, Request request) {
        var fields = Inputs.fields(request);
        var scope = fields.optionalChoice("scope", Hold.Scope.class);
        return scope.isPresent() && scope.get() == Hold.Scope.BRAND
                ? named(
                        member,
                        fields.optionalLine("id", 1, 64),
                        "id",
                        "must be a brand of this workspace, or a network that Parvis knows")
                : member.everywhere();
    }

    /** Read as the route reads it. */
    private static Optional<String> said(Request request) {
        return Inputs.fields(request).optionalLine("brand", 1, 64);
    }

    private Optional<BrandId> brand(Place place, Request request, WorkspaceId workspace) {
        return switch (place) {
            case BRAND -> Ids.parsed(request.param("brand"), BrandId::new);
            case QUERY -> Ids.parsed(Inputs.query(request, "brand"), BrandId::new);
            case POST ->
                Ids.parsed(request.param("post"), PostId::new)
                        .flatMap(id -> stores.posts().find(workspace, id))
                        .map(whole -> whole.post().brand());
            case CHANNEL ->
                Ids.parsed(request.param("channel"), ChannelId::new)
                        .flatMap(id -> stores.channels().find(workspace, id))
                        .map(Channel::brand);
            case MEDIA ->
                Ids.parsed(request.param("media"), MediaId::new)
                        .flatMap(id -> stores.media().find(workspace, id))
                        .map(Media::brand);
            case SOURCE ->
                Ids.parsed(request.param("source"), SourceId::new)
                        .flatMap(id -> stores.sources().find(workspace, id))
                        .map(Source::brand);
            case REPORT ->
                Ids.parsed(request.param("report"), ReportId::new)
                        .flatMap(id -> stores.reports().find(workspace, id))
                        .map(Report::brand);
            case INTERACTION ->
                stores.items()
                        .interaction(workspace, request.param("interaction"))
                        .map(Interaction::brand);
            case SEEN, WORKSPACE, EVERYWHERE, BODY, STOP -> Optional.empty();
        };
    }
}
