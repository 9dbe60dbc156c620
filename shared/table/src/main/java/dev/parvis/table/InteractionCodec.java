package dev.parvis.table;

import java.util.List;
import java.util.Optional;

import dev.parvis.domain.brands.BrandId;
import dev.parvis.domain.channels.ChannelId;
import dev.parvis.domain.items.Answer;
import dev.parvis.domain.items.Answer.Fate;
import dev.parvis.domain.items.Handling;
import dev.parvis.domain.items.Interaction;
import dev.parvis.domain.workspaces.WorkspaceId;

/** An item's row with where it stands: the same row, so that one thing is one row whoever found it. */
final class InteractionCodec implements WorkCodec<Interaction> {
    static final String HANDLING = "handling";
    private static final String ANSWERS = "answers";

    private final Rows rows;

    InteractionCodec(Rows rows) {
        this.rows = rows;
    }

    @Override
    public Key key(WorkspaceId workspace, String id) {
        return Keys.item(workspace, id);
    }

    @Override
    public String id(Key key) {
        return key.partitionAfter(Keys.ITEM);
    }

    @Override
    public List<String> worked() {
        return List.of(HANDLING, ANSWERS);
    }

    @Override
    public List<Attributes> apart(Interaction interaction) {
        return ItemCodec.apart(interaction.item());
    }

    @Override
    public Attributes encode(Interaction interaction) {
        var handling = interaction.handling().name();
        var row = ItemCodec.encode(interaction.item())
                .text("brand", interaction.brand().value())
                .text("channel", interaction.channel().value())
                .text(HANDLING, handling)
                .textUnlessEmpty("reason", interaction.reason())
                .number("version", interaction.version())
                .text("inboxPk", Keys.inbox(interaction.workspace(), interaction.brand(), handling))
                .text("inboxSk", Keys.at(interaction.item().foundAt(), interaction.id()));
        return interaction.answers().isEmpty()
                ? row
                : row.maps(
                        ANSWERS,
                        interaction.answers().stream()
                                .map(InteractionCodec::answer)
                                .toList());
    }

    private static Attributes answer(Answer answer) {
        var map = new Attributes().text("post", answer.post()).instant("begunAt", answer.begunAt());
        return switch (answer.fate()) {
            case Fate.UnderWay _ -> map;
            case Fate.Out(var at) -> map.instant("outAt", at);
            case Fate.NotOut _ -> map.flag("notOut", true);
        };
    }

    private static Answer answer(Row map) {
        var begun = Answer.begun(map.text("post"), map.instant("begunAt"));
        if (map.has("outAt")) {
            return begun.with(new Fate.Out(map.instant("outAt")));
        }
        return map.flagged("notOut") ? begun.with(new Fate.NotOut()) : begun;
    }

    @Override
    public Interaction decode(Row row) {
        return decode(row, ItemCodec.textKey(row).flatMap(rows::find));
    }

    static Interaction decode(Row row, Optional<Row> textApart) {
        return new Interaction(
                ItemCodec.decode(row, textApart),
                row.as("brand", BrandId::new),
                row.as("channel", ChannelId::new),
                row.as(HANDLING, Handling::valueOf),
                row.textOrEmpty("reason"),
                row.has(ANSWERS)
                        ? row.maps(ANSWERS).stream()
                                .map(InteractionCodec::answer)
                                .toList()
                        : List.of(),
                row.number("version"));
    }
}
