package dev.parvis.functions.notify;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.parvis.domain.channels.Channel;
import dev.parvis.domain.channels.ChannelId;
import dev.parvis.domain.channels.Channels;
import dev.parvis.domain.events.Event;
import dev.parvis.domain.reasons.Reasons;
import dev.parvis.domain.sources.Origin;
import dev.parvis.domain.sources.Source;
import dev.parvis.domain.sources.SourceId;
import dev.parvis.domain.sources.Sources;
import dev.parvis.domain.workspaces.Language;

/** What a mail tells of an account that was lost, or of a source that answers no more: which it is, and why. */
final class AccountFacts {
    private final Channels channels;
    private final Sources sources;

    AccountFacts(Channels channels, Sources sources) {
        this.channels = channels;
        this.sources = sources;
    }

    /** A line each; none for an event that is of neither. */
    List<String> lines(Event event, Language language) {
        return switch (event.type()) {
            case CHANNEL_DISCONNECTED ->
                channel(event).flatMap(channel -> why(channel.reason(), language)).stream()
                        .toList();
            case SOURCE_BROKEN ->
                source(event).map(source -> lines(source, language)).orElse(List.of());
            case POST_PUBLISHED,
                    POST_FAILED,
                    POST_MISSED,
                    POST_UNCERTAIN,
                    POST_AT_RISK,
                    POST_HANDED_OVER,
                    POST_APPROVED,
                    POST_REFUSED,
                    POST_COMMENTED,
                    APPROVAL_REQUESTED,
                    POST_DUE_SOON,
                    INTERACTION_RECEIVED,
                    INTERACTION_MODERATED,
                    MENTION_FOUND,
                    SPIKE_OPENED,
                    REPORT_REQUESTED,
                    REPORT_READY,
                    CHANNEL_CONNECTED,
                    HOLD_STARTED,
                    HOLD_RELEASED -> List.of();
        };
    }

    private Optional<Channel> channel(Event event) {
        return Optional.ofNullable(event.detail().get("channel"))
                .flatMap(id -> channels.find(event.workspace(), new ChannelId(id)));
    }

    private Optional<Source> source(Event event) {
        return Optional.ofNullable(event.detail().get("source"))
                .flatMap(id -> sources.find(event.workspace(), new SourceId(id)));
    }

    private static List<String> lines(Source source, Language language) {
        var lines = new ArrayList<String>();
        lines.add(
                switch (source.origin()) {
                    case Origin.Notifications _ -> source.name();
                    case Origin.Feed(var url) -> source.name() + " (" + url + ")";
                    case Origin.Drafts(var url, var _) -> source.name() + " (" + url + ")";
                });
        why(source.reason(), language).ifPresent(lines::add);
        return lines;
    }

    private static Optional<String> why(String reason, Language language) {
        return Because.of(Reasons.of(reason, language), language);
    }
}
