package dev.parvis.domain.preflight;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import dev.parvis.domain.Slices;
import dev.parvis.domain.agenda.InMemoryAgenda;
import dev.parvis.domain.agenda.Kind;
import dev.parvis.domain.posts.PostId;
import dev.parvis.domain.posts.Posts;
import dev.parvis.domain.stored.Page;
import dev.parvis.domain.stored.PageRequest;
import dev.parvis.domain.workspaces.WorkspaceId;

/** Checks in memory; what is ahead stands in the agenda. Thread-safe. */
public final class InMemoryChecks implements Checks {
    private final InMemoryAgenda agenda;
    private final Posts posts;
    private final Map<String, Check> checks = new HashMap<>();
    private Optional<Instant> swept = Optional.empty();

    public InMemoryChecks(InMemoryAgenda agenda, Posts posts) {
        this.agenda = agenda;
        this.posts = posts;
    }

    @Override
    public synchronized Optional<Check> find(WorkspaceId workspace, PostId post) {
        return Optional.ofNullable(checks.get(workspace + "#" + post))
                .filter(check -> posts.find(workspace, post).isPresent());
    }

    @Override
    public synchronized void put(Check check) {
        checks.put(check.workspace() + "#" + check.post(), check);
    }

    @Override
    public Page<Ahead> ahead(Instant after, Instant upTo, PageRequest page) {
        var found = agenda.waiting(Kind.TARGET, after, upTo).entrySet().stream()
                .map(waits ->
                        new Ahead(waits.getKey().workspace(), waits.getKey().post(), waits.getValue()))
                .toList();
        return Slices.of(found, page);
    }

    @Override
    public synchronized Optional<Instant> swept() {
        return swept;
    }

    @Override
    public synchronized void swept(Instant upTo) {
        swept = Optional.of(upTo);
    }
}
