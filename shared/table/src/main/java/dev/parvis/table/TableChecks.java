package dev.parvis.table;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import dev.parvis.domain.agenda.Kind;
import dev.parvis.domain.channels.ChannelId;
import dev.parvis.domain.posts.PostId;
import dev.parvis.domain.preflight.Ahead;
import dev.parvis.domain.preflight.Check;
import dev.parvis.domain.preflight.Checks;
import dev.parvis.domain.preflight.Finding;
import dev.parvis.domain.preflight.Stage;
import dev.parvis.domain.stored.Page;
import dev.parvis.domain.stored.PageRequest;
import dev.parvis.domain.workspaces.WorkspaceId;
import dev.parvis.kernel.time.Times;

/** A row beside the post; and the Due index of targets, read shard after shard. */
final class TableChecks implements Checks {
    private static final Duration KEPT = Duration.ofDays(7);
    private static final char AT = ':';

    private final Rows rows;
    private final AgendaSettings settings;

    TableChecks(Rows rows, AgendaSettings settings) {
        this.rows = rows;
        this.settings = settings;
    }

    @Override
    public Optional<Check> find(WorkspaceId workspace, PostId post) {
        return rows.find(Keys.check(workspace, post)).map(row -> decode(row, post));
    }

    @Override
    public void put(Check check) {
        rows.put(Attributes.at(Keys.check(check.workspace(), check.post()))
                .number("revision", check.revision())
                .text("stage", check.stage().name())
                .instant("due", check.due())
                .instant("at", check.at())
                .maps(
                        "findings",
                        check.findings().stream().map(TableChecks::encode).toList())
                .number("ttl", check.due().plus(KEPT).getEpochSecond()));
    }

    @Override
    public Page<Ahead> ahead(Instant after, Instant upTo, PageRequest page) {
        var asked = page.after().orElse("0" + AT);
        var shard = Integer.parseInt(asked.substring(0, asked.indexOf(AT)));
        var from = Optional.of(asked.substring(asked.indexOf(AT) + 1)).filter(cursor -> !cursor.isEmpty());
        var range = Range.index("Due", "due", AgendaSettings.shard(Kind.TARGET.name(), shard))
                .between(Times.format(after.plusMillis(1)), Times.format(upTo));
        var found = rows.page(range, new PageRequest(page.limit(), from));
        var next = found.next().map(cursor -> shard + ":" + cursor).or(() -> Optional.of((shard + 1) + ":")
                .filter(_ -> shard + 1 < shards()));
        return new Page<>(found.items().stream().map(TableChecks::ahead).toList(), next);
    }

    private int shards() {
        return settings.lookedOf(Kind.TARGET.name());
    }

    private static Ahead ahead(Row row) {
        return new Ahead(row.key().workspace(), Keys.postOf(row.key()), row.as("dueSk", Times::parse));
    }

    @Override
    public Optional<Instant> swept() {
        return rows.find(Keys.swept()).map(row -> row.instant("upTo"));
    }

    @Override
    public void swept(Instant upTo) {
        rows.put(Attributes.at(Keys.swept()).instant("upTo", upTo));
    }

    private static Attributes encode(Finding finding) {
        return new Attributes()
                .text("channel", finding.channel().value())
                .text("weight", finding.weight().name())
                .text("code", finding.code())
                .text("detail", finding.detail());
    }

    private static Check decode(Row row, PostId post) {
        var findings = row.maps("findings").stream()
                .map(each -> new Finding(
                        each.as("channel", ChannelId::new),
                        each.as("weight", Finding.Weight::valueOf),
                        each.text("code"),
                        each.text("detail")))
                .toList();
        return new Check(
                row.key().workspace(),
                post,
                row.number("revision"),
                row.as("stage", Stage::valueOf),
                row.instant("due"),
                row.instant("at"),
                findings);
    }
}
