package dev.parvis.table;

import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Optional;

import dev.parvis.domain.audit.Audit;
import dev.parvis.domain.audit.AuditEntry;
import dev.parvis.domain.audit.Kept;
import dev.parvis.domain.posts.PostId;
import dev.parvis.domain.stored.Page;
import dev.parvis.domain.stored.PageRequest;
import dev.parvis.domain.workspaces.WorkspaceId;
import dev.parvis.kernel.secret.Sha256;
import dev.parvis.kernel.time.Times;

/**
 * The audit trail, a partition a month. What a person wrote is a row apart with its salt; the entry keeps the salted
 * hash, so that erasing that row leaves nothing to guess the text from. What was done to a post lies in an index by post as
 * well, without that hash: a second write unit for these entries alone, so that a history is read without the rest.
 */
final class TableAudit implements Audit {
    private static final String WRITTEN = "written";
    private static final String HISTORY = "history";
    /** How long a month is in a cursor. */
    private static final int MONTH = "2026-11".length();

    private final Rows rows;

    TableAudit(Rows rows) {
        this.rows = rows;
    }

    @Override
    public void add(AuditEntry entry) {
        rows.putNew(encode(entry));
    }

    /** The text first. One that was written by an earlier try keeps its salt. */
    @Override
    public void add(AuditEntry entry, String written) {
        var key = new Key(TrailKeys.written(entry.workspace(), Keys.monthOf(entry.at())), sortKey(entry));
        var text = Attributes.at(key).text(WRITTEN, written).text("salt", rows.mark() + rows.mark());
        var kept =
                switch (rows.put(text, Expression.NEW)) {
                    case Wrote.Done(Row row) -> row;
                    case Wrote.Lost lost -> lost.there().orElseThrow(() -> new BrokenRow(key, WRITTEN));
                };
        rows.putNew(encode(entry).text(WRITTEN, Sha256.hex(kept.text("salt") + kept.text(WRITTEN))));
    }

    private static String sortKey(AuditEntry entry) {
        return Keys.at(entry.at(), entry.id());
    }

    static Attributes encode(AuditEntry entry) {
        var facts = new Attributes();
        entry.facts().forEach(facts::text);
        return Attributes.at(new Key(TrailKeys.audit(entry.workspace(), Keys.monthOf(entry.at())), sortKey(entry)))
                .text(HISTORY + "Pk", entry.post().map(post -> TrailKeys.history(entry.workspace(), post)))
                .text("actor", entry.actor())
                .text("action", entry.action())
                .text("subject", entry.subject())
                .textUnlessEmpty("why", entry.why())
                .map("facts", facts);
    }

    /** Month by month; the cursor is the month, and where its page starts. */
    @Override
    public Page<Kept> kept(WorkspaceId workspace, Instant from, Instant to, PageRequest page) {
        var last = Keys.monthOf(to);
        var month = page.after().map(TableAudit::month).orElseGet(() -> Keys.monthOf(from));
        var after = page.after().map(cursor -> cursor.substring(MONTH)).filter(rest -> !rest.isEmpty());
        var found = new ArrayList<Kept>();
        while (!month.isAfter(last)) {
            var range = Range.of(TrailKeys.audit(workspace, month), "").between(Times.format(from), Times.format(to));
            var rest = rows.page(range, new PageRequest(page.limit() - found.size(), after));
            rest.items().forEach(row -> found.add(new Kept(decode(row), row.textOrEmpty(WRITTEN))));
            if (rest.next().isPresent()) {
                return new Page<>(found, Optional.of(month + rest.next().get()));
            }
            month = month.plusMonths(1);
            after = Optional.empty();
            if (found.size() == page.limit() && !month.isAfter(last)) {
                return new Page<>(found, Optional.of(month.toString()));
            }
        }
        return Page.last(found);
    }

    @Override
    public Page<AuditEntry> of(WorkspaceId workspace, PostId post, PageRequest page) {
        var found = rows.page(Range.inOrder("HistoryOfPost", HISTORY, TrailKeys.history(workspace, post)), page);
        return new Page<>(found.items().stream().map(TableAudit::decode).toList(), found.next());
    }

    private static YearMonth month(String cursor) {
        return YearMonth.parse(cursor.substring(0, MONTH));
    }

    @Override
    public Page<AuditEntry> list(WorkspaceId workspace, YearMonth month, PageRequest page) {
        var found = rows.page(Range.of(TrailKeys.audit(workspace, month), "").backwards(), page);
        return new Page<>(found.items().stream().map(TableAudit::decode).toList(), found.next());
    }

    private static AuditEntry decode(Row row) {
        var sk = row.key().sk();
        var hash = sk.indexOf('#');
        if (hash < 0) {
            throw row.broken("sk");
        }
        return new AuditEntry(
                row.key().workspace(),
                sk.substring(hash + 1),
                Times.parse(sk.substring(0, hash)),
                row.text("actor"),
                row.text("action"),
                row.text("subject"),
                row.textOrEmpty("why"),
                row.map("facts").allTexts());
    }
}
