package dev.parvis.networks.feeds;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

import dev.parvis.domain.items.Author;
import dev.parvis.domain.items.Item;
import dev.parvis.domain.items.ItemKey;
import dev.parvis.domain.items.ItemKind;
import dev.parvis.domain.workspaces.WorkspaceId;
import dev.parvis.kernel.secret.Sha256;
import dev.parvis.networks.http.HtmlText;
import dev.parvis.networks.http.Texts;

/**
 * Entries as items of the web. An id that is an address or a tag is the entry's everywhere; any other is only unique in
 * its feed, and is kept together with the feed's address. Without an id the link is the identity, and without that the
 * words are.
 */
final class FeedItems {
    private static final int MOST_HTML = 200_000;
    private static final int MOST_NAME = 200;

    private final WorkspaceId workspace;
    private final URI scope;
    private final URI base;
    private final Instant foundAt;

    /**
     * @param scope the feed's address as the source has it
     * @param base where it was in the end read from
     */
    FeedItems(WorkspaceId workspace, URI scope, URI base, Instant foundAt) {
        this.workspace = workspace;
        this.scope = scope;
        this.base = base;
        this.foundAt = foundAt;
    }

    /** Empty when the entry says nothing. */
    Optional<Item> of(Entry entry) {
        var text = text(entry);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        var name = Texts.line(HtmlText.of(entry.author()), MOST_NAME);
        var url = FeedLinks.absolute(base, entry.link());
        return Optional.of(new Item(
                new ItemKey(workspace, FeedReader.WEB, nativeId(entry)),
                ItemKind.ENTRY,
                new Author("", name, name, ""),
                text,
                url.map(URI::toASCIIString).orElse(""),
                entry.published()
                        .flatMap(FeedDates::parse)
                        .filter(at -> at.isBefore(foundAt))
                        .orElse(foundAt),
                foundAt,
                Optional.empty()));
    }

    /** The title, a blank line, the body; a body that begins with the title says it all. */
    private static String text(Entry entry) {
        var title = HtmlText.of(capped(entry.title())).strip();
        var body = HtmlText.of(capped(entry.html())).strip();
        if (body.isEmpty() || title.isEmpty()) {
            return title + body;
        }
        return body.startsWith(title) ? body : title + "\n\n" + body;
    }

    private static String capped(String html) {
        return html.length() > MOST_HTML ? html.substring(0, MOST_HTML) : html;
    }

    /** By which the cursor knows an entry again, whatever the feed's address is. */
    String digest(Entry entry) {
        return Base64.getUrlEncoder()
                .encodeToString(Sha256.of(identity(entry).getBytes(StandardCharsets.UTF_8)))
                .substring(0, FeedCursor.DIGEST);
    }

    private String identity(Entry entry) {
        if (!entry.id().isEmpty()) {
            return entry.id();
        }
        return FeedLinks.absolute(base, entry.link())
                .map(FeedLinks::canonical)
                .orElseGet(() -> "words:"
                        + Sha256.hex(entry.title() + "\n" + entry.published().orElse("") + "\n" + entry.html()));
    }

    private String nativeId(Entry entry) {
        var identity = identity(entry);
        var everywhere = identity.startsWith("http://")
                || identity.startsWith("https://")
                || identity.startsWith("tag:")
                || identity.startsWith("urn:");
        var id = everywhere ? identity : scope + "#" + identity;
        return id.length() <= ItemKey.MOST_NATIVE_ID ? id : "sha256:" + Sha256.hex(id);
    }
}
