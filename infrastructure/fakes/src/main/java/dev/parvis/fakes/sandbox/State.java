package dev.parvis.fakes.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import dev.parvis.fakes.json.Json;

/**
 * All that the sandbox remembers, written whole after each change ({@code state.json}, replaced atomically; media as
 * files), so that a kill at any line leaves the state before or after it. Its maps are touched only inside {@link
 * #read} and {@link #change}.
 */
final class State {
    final Map<String, Member> members = new LinkedHashMap<>();
    final Map<String, Refresh> refreshes = new LinkedHashMap<>();
    final Map<String, Post> posts = new LinkedHashMap<>();
    final Map<String, Container> containers = new LinkedHashMap<>();
    final Map<String, Item> said = new LinkedHashMap<>();
    final Set<String> hidden = new LinkedHashSet<>();
    final Set<String> deleted = new LinkedHashSet<>();
    /** {@code account author} → since when. */
    final Map<String, String> blocks = new LinkedHashMap<>();

    final Map<String, Hook> hooks = new LinkedHashMap<>();
    final Map<String, Attempts> attempts = new LinkedHashMap<>();
    final Map<String, String> mediaTypes = new LinkedHashMap<>();
    private final Map<String, byte[]> media = new TreeMap<>();
    private final Optional<Path> folder;
    private long counter;

    State(Optional<Path> folder) {
        this.folder = folder;
        folder.map(path -> path.resolve("state.json")).filter(Files::exists).ifPresent(this::load);
    }

    synchronized <T> T read(Supplier<T> look) {
        return look.get();
    }

    /** What {@code effect} changed is on disk when this returns. */
    synchronized <T> T change(Supplier<T> effect) {
        T result = effect.get();
        folder.ifPresent(this::save);
        return result;
    }

    /** Inside {@link #change} only. */
    long next() {
        return ++counter;
    }

    synchronized byte[] media(String id) {
        return folder.map(path -> bytes(path.resolve("media").resolve(id)))
                .orElseGet(() -> media.getOrDefault(id, new byte[0]));
    }

    synchronized void keepMedia(String id, String type, byte[] bytes) {
        if (folder.isPresent()) write(folder.get().resolve("media").resolve(id), bytes);
        else media.put(id, bytes);
        change(() -> mediaTypes.put(id, type));
    }

    private void save(Path path) {
        write(
                path.resolve("state.json"),
                Json.bytes(Json.object(
                        "counter", counter,
                        "members", saved(members, Member::save),
                        "refreshes", saved(refreshes, Refresh::save),
                        "posts", saved(posts, Post::save),
                        "containers", saved(containers, Container::save),
                        "said", saved(said, Item::save),
                        "hidden", List.copyOf(hidden),
                        "deleted", List.copyOf(deleted),
                        "blocks", blocks,
                        "hooks", saved(hooks, Hook::save),
                        "attempts", saved(attempts, Attempts::save),
                        "media", mediaTypes)));
    }

    private void load(Path file) {
        Map<String, @Nullable Object> saved = Json.parseObject(bytes(file));
        counter = Json.number(saved, "counter", 0);
        loaded(saved, "members", Member::load, members);
        loaded(saved, "refreshes", Refresh::load, refreshes);
        loaded(saved, "posts", Post::load, posts);
        loaded(saved, "containers", Container::load, containers);
        loaded(saved, "said", Item::load, said);
        Json.list(saved, "hidden").forEach(id -> hidden.add((String) id));
        Json.list(saved, "deleted").forEach(id -> deleted.add((String) id));
        Json.map(saved, "blocks").forEach((who, since) -> blocks.put(who, String.valueOf(since)));
        loaded(saved, "hooks", Hook::load, hooks);
        loaded(saved, "attempts", Attempts::load, attempts);
        Json.map(saved, "media").forEach((id, type) -> mediaTypes.put(id, String.valueOf(type)));
    }

    private static <T> Map<String, Object> saved(Map<String, T> from, Function<T, Object> save) {
        var saved = new LinkedHashMap<String, Object>();
        from.forEach((id, one) -> saved.put(id, save.apply(one)));
        return saved;
    }

    private static <T> void loaded(
            Map<String, @Nullable Object> saved,
            String name,
            Function<Map<String, @Nullable Object>, T> load,
            Map<String, T> into) {
        Json.map(saved, name).forEach((id, one) -> into.put(id, load.apply(Json.asMap(one))));
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException("Read " + file, e);
        }
    }

    private static void write(Path file, byte[] bytes) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Path fresh = file.resolveSibling(file.getFileName() + ".new");
            Files.write(fresh, bytes);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("Write " + file, e);
        }
    }
}
