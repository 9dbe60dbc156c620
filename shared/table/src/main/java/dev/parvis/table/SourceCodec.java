package dev.parvis.table;

import java.net.URI;
import java.time.Duration;

import dev.parvis.domain.brands.BrandId;
import dev.parvis.domain.channels.ChannelId;
import dev.parvis.domain.sources.Drafting;
import dev.parvis.domain.sources.Origin;
import dev.parvis.domain.sources.Source;
import dev.parvis.domain.sources.SourceId;
import dev.parvis.domain.sources.SourceState;
import dev.parvis.domain.workspaces.WorkspaceId;

/** Sources. {@code every} stands in the Due index, so that a claim can write the next poll. */
final class SourceCodec implements WorkCodec<Source> {
    static final String EVERY = "every";

    @Override
    public Key key(WorkspaceId workspace, String id) {
        return Keys.inWorkspace(workspace, Keys.SOURCE, new SourceId(id).value());
    }

    @Override
    public String id(Key key) {
        return key.after(Keys.SOURCE);
    }

    @Override
    public Attributes encode(Source source) {
        var row = Attributes.at(key(source))
                .text("brand", source.brand().value())
                .text("name", source.name())
                .seconds(EVERY, source.every())
                .text("state", source.state().name())
                .number("failures", source.failures())
                .textUnlessEmpty("reason", source.reason())
                .instant("createdAt", source.createdAt())
                .number("version", source.version());
        return switch (source.origin()) {
            case Origin.Notifications(ChannelId channel) -> row.text("channel", channel.value());
            case Origin.Feed(URI url) -> row.text("feed", url.toString());
            case Origin.Drafts(URI url, Drafting drafting) ->
                row.text("feed", url.toString()).map("drafting", drafting(drafting));
        };
    }

    @Override
    public Source decode(Row row) {
        return new Source(
                row.key().workspace(),
                new SourceId(id(row.key())),
                row.as("brand", BrandId::new),
                row.text("name"),
                origin(row),
                Duration.ofSeconds(row.number(EVERY)),
                row.as("state", SourceState::valueOf),
                row.count("failures"),
                row.textOrEmpty("reason"),
                row.instant("createdAt"),
                row.number("version"));
    }

    private static Attributes drafting(Drafting drafting) {
        return new Attributes()
                .text("template", drafting.template())
                .textUnlessEmpty("theme", drafting.theme())
                .texts(
                        "channels",
                        drafting.channels().stream().map(ChannelId::value).toList());
    }

    private static Drafting drafting(Row row) {
        return new Drafting(
                row.text("template"),
                row.textOrEmpty("theme"),
                row.texts("channels").stream()
                        .map(text -> row.as("channels", ChannelId::new, text))
                        .toList());
    }

    private static Origin origin(Row row) {
        if (row.has("channel")) {
            return new Origin.Notifications(row.as("channel", ChannelId::new));
        }
        var url = row.as("feed", URI::create);
        return row.mapIf("drafting")
                .<Origin>map(drafting -> new Origin.Drafts(url, drafting(drafting)))
                .orElseGet(() -> new Origin.Feed(url));
    }
}
