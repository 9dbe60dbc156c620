package dev.parvis.networks.feeds;

import java.util.Optional;

/**
 * An entry as the feed has it, before anything is made of it; every part may be empty.
 *
 * @param id {@code guid} or {@code id}
 * @param link absolute, or relative to the feed
 * @param title HTML
 * @param html the longest account it gives of itself
 * @param published as it is written
 */
record Entry(String id, String link, String title, String html, String author, Optional<String> published) {

    /** Collects the parts; what a better element has told, a worse one does not overwrite. */
    static final class Draft {
        private String id = "";
        private String link = "";
        private String title = "";
        private String content = "";
        private String summary = "";
        private String author = "";
        private String published = "";
        private String updated = "";
        private boolean idIsLink;

        Draft id(String value, boolean mayBeLink) {
            id = value.strip();
            idIsLink = mayBeLink;
            return this;
        }

        Draft link(String value) {
            link = link.isEmpty() ? value.strip() : link;
            return this;
        }

        Draft title(String value) {
            title = title.isEmpty() ? value : title;
            return this;
        }

        Draft content(String value) {
            content = value.length() > content.length() ? value : content;
            return this;
        }

        Draft summary(String value) {
            summary = summary.isEmpty() ? value : summary;
            return this;
        }

        Draft author(String value) {
            author = author.isEmpty() ? value.strip() : author;
            return this;
        }

        Draft published(String value) {
            published = published.isEmpty() ? value.strip() : published;
            return this;
        }

        Draft updated(String value) {
            updated = updated.isEmpty() ? value.strip() : updated;
            return this;
        }

        Entry finish() {
            var where = link.isEmpty() && idIsLink && id.startsWith("http") ? id : link;
            var when = published.isEmpty() ? updated : published;
            var said = content.isBlank() ? summary : content;
            return new Entry(id, where, title, said, author, Optional.of(when).filter(date -> !date.isEmpty()));
        }
    }
}
