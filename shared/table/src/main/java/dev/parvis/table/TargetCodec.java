package dev.parvis.table;

import java.time.Instant;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;

import dev.parvis.domain.brands.BrandId;
import dev.parvis.domain.channels.ChannelId;
import dev.parvis.domain.networks.NetworkId;
import dev.parvis.domain.posts.Attempt;
import dev.parvis.domain.posts.Hold;
import dev.parvis.domain.posts.Passes;
import dev.parvis.domain.posts.PostId;
import dev.parvis.domain.posts.Publication;
import dev.parvis.domain.posts.Target;
import dev.parvis.domain.posts.TargetState;
import dev.parvis.domain.workspaces.WorkspaceId;

/** Targets beside their post. */
final class TargetCodec implements WorkCodec<Target> {
    private static final String PARTITION = "#POST#";

    @Override
    public Key key(WorkspaceId workspace, String id) {
        var dot = id.indexOf('.');
        if (dot < 0) {
            throw new IllegalArgumentException("a target's id names its post and its channel");
        }
        return key(workspace, new PostId(id.substring(0, dot)), new ChannelId(id.substring(dot + 1)));
    }

    @Override
    public List<String> worked() {
        return List.of("state", "out", "attempt", "publication");
    }

    static Key key(WorkspaceId workspace, PostId post, ChannelId channel) {
        return new Key(Keys.postPartition(workspace, post), Keys.TARGET + channel);
    }

    @Override
    public String id(Key key) {
        return key.partitionAfter(PARTITION) + "." + key.after(Keys.TARGET);
    }

    @Override
    public Attributes encode(Target target) {
        var row = Attributes.at(key(target))
                .text("brand", target.brand().value())
                .text("network", target.network().value())
                .number("revision", target.revision())
                .text("state", target.state().name())
                .instant("dueAt", target.dueAt())
                .seconds("lateness", target.lateness())
                .number("tries", target.tries())
                .textUnlessEmpty("reason", target.reason())
                .textUnlessEmpty("left", target.left());
        if (!target.seal().isEmpty()) {
            row.bytes("seal", HexFormat.of().parseHex(target.seal()));
        }
        if (!target.passes().isNone()) {
            row.map("passes", passes(target.passes()));
        }
        if (target.state() == TargetState.HELD) {
            row.text("calendarPk", CalendarKeys.suspended(target.workspace(), target.brand()))
                    .text("calendarSk", Keys.at(target.dueAt(), target.id()));
        }
        target.attempt().ifPresent(attempt -> row.map("attempt", attempt(attempt, target.partKey())));
        target.publication().ifPresent(publication -> row.map("publication", publication(publication)));
        if (!target.out().isEmpty()) {
            row.maps("out", target.out().stream().map(TargetCodec::publication).toList());
        }
        return row;
    }

    /** A letter and an instant for each stop: the row stays under 1 KB. */
    private static Attributes passes(Passes passes) {
        var row = new Attributes().text("by", passes.by());
        passes.stops().forEach((scope, since) -> row.instant(letter(scope), since));
        return row;
    }

    private static Passes passes(Row row) {
        var stops = new EnumMap<Hold.Scope, Instant>(Hold.Scope.class);
        for (var scope : Hold.Scope.values()) {
            if (row.has(letter(scope))) {
                stops.put(scope, row.instant(letter(scope)));
            }
        }
        return new Passes(row.text("by"), stops);
    }

    private static String letter(Hold.Scope scope) {
        return switch (scope) {
            case WORKSPACE -> "w";
            case BRAND -> "b";
            case NETWORK -> "n";
        };
    }

    /** The key is left out when it is the target's own: the row stays under 1 KB with the longest trace. */
    private static Attributes attempt(Attempt attempt, String clientKey) {
        return new Attributes()
                .textUnlessEmpty("key", attempt.key().equals(clientKey) ? "" : attempt.key())
                .text("print", attempt.fingerprint())
                .instant("created", attempt.createdAt())
                .instant("started", attempt.startedAt())
                .instant("overBy", attempt.overBy())
                .text("trace", attempt.trace())
                .textUnlessEmpty("refusal", attempt.refusal());
    }

    private static Attributes publication(Publication publication) {
        return new Attributes()
                .text("id", publication.nativeId())
                .text("url", publication.url())
                .instant("at", publication.firstByteAt())
                .flag("found", publication.reconciled());
    }

    @Override
    public Target decode(Row row) {
        var key = row.key();
        var post = new PostId(key.partitionAfter(PARTITION));
        var channel = new ChannelId(key.after(Keys.TARGET));
        var revision = row.number("revision");
        var out = row.has("out")
                ? row.maps("out").stream().map(TargetCodec::publication).toList()
                : List.<Publication>of();
        var clientKey = post + "." + channel + "." + revision;
        var partKey = out.isEmpty() ? clientKey : clientKey + "." + out.size();
        return new Target(
                key.workspace(),
                post,
                channel,
                row.as("brand", BrandId::new),
                row.as("network", NetworkId::new),
                revision,
                row.as("state", TargetState::valueOf),
                row.instant("dueAt"),
                row.seconds("lateness"),
                row.count("tries"),
                row.textOrEmpty("reason"),
                row.mapIf("attempt").map(attempt -> attempt(attempt, partKey)),
                row.mapIf("publication").map(TargetCodec::publication),
                row.has("seal") ? HexFormat.of().formatHex(row.bytes("seal")) : "",
                out,
                row.textOrEmpty("left"),
                row.mapIf("passes").map(TargetCodec::passes).orElse(Passes.NONE));
    }

    private static Attempt attempt(Row row, String clientKey) {
        return new Attempt(
                row.textIf("key").orElse(clientKey),
                row.text("print"),
                row.instant("created"),
                row.instant("started"),
                row.instant("overBy"),
                row.text("trace"),
                row.textOrEmpty("refusal"));
    }

    private static Publication publication(Row row) {
        return new Publication(row.text("id"), row.text("url"), row.instant("at"), row.flag("found"));
    }
}
