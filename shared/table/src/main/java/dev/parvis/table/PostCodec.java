package dev.parvis.table;

import java.time.LocalDateTime;
import java.time.ZoneId;

import dev.parvis.domain.brands.BrandId;
import dev.parvis.domain.posts.Content;
import dev.parvis.domain.posts.Post;
import dev.parvis.domain.posts.PostId;
import dev.parvis.domain.posts.Schedule;

/** Posts without their content, and contents by revision. */
final class PostCodec {
    private PostCodec() {}

    static Attributes encode(Post post) {
        var time = post.schedule().map(Schedule::at).orElse(post.createdAt());
        var row = Attributes.at(Keys.post(post.workspace(), post.id()))
                .text("brand", post.brand().value())
                .number("revision", post.revision())
                .text("createdBy", post.createdBy())
                .instant("createdAt", post.createdAt())
                .number("version", post.version())
                .text("calendarPk", Keys.calendar(post.workspace(), post.brand(), Keys.monthOf(time)))
                .text("calendarSk", Keys.at(time, post.id().value()));
        post.schedule().ifPresent(schedule -> row.map("schedule", schedule(schedule)));
        post.approval().ifPresent(approval -> row.map("approval", ApprovalCodec.encode(approval)));
        return row;
    }

    private static Attributes schedule(Schedule schedule) {
        return new Attributes()
                .text("wallClock", schedule.wallClock().toString())
                .text("zone", schedule.zone().getId())
                .instant("at", schedule.at());
    }

    static Post decode(Row row, Content content) {
        return new Post(
                row.key().workspace(),
                id(row),
                row.as("brand", BrandId::new),
                content,
                row.mapIf("schedule").map(PostCodec::schedule),
                row.number("revision"),
                row.text("createdBy"),
                row.instant("createdAt"),
                row.mapIf("approval").map(ApprovalCodec::decode),
                row.number("version"));
    }

    static PostId id(Row row) {
        return new PostId(row.key().partitionAfter("#POST#"));
    }

    /** Where the content that a post's row speaks of lies. */
    static Key content(Row row) {
        return Keys.revision(row.key().workspace(), id(row), row.number("revision"));
    }

    private static Schedule schedule(Row row) {
        return new Schedule(row.as("wallClock", LocalDateTime::parse), row.as("zone", ZoneId::of), row.instant("at"));
    }

    static Attributes encode(Key revision, Content content) {
        var row = Attributes.at(revision)
                .text("text", content.text())
                .textUnlessEmpty("language", content.language())
                .maps("images", content.images().stream().map(PostCodec::image).toList());
        content.link().ifPresent(link -> row.map("link", link(link)));
        return row;
    }

    private static Attributes image(Content.Image image) {
        return new Attributes().text("media", image.mediaId()).text("alt", image.alt());
    }

    private static Attributes link(Content.Link link) {
        return new Attributes()
                .text("url", link.url())
                .text("title", link.title())
                .text("description", link.description());
    }

    static Content decode(Row row) {
        var link = row.mapIf("link")
                .map(part -> new Content.Link(part.text("url"), part.text("title"), part.text("description")));
        var images = row.maps("images").stream()
                .map(part -> new Content.Image(part.text("media"), part.text("alt")))
                .toList();
        return new Content(row.text("text"), link, images, row.textOrEmpty("language"));
    }
}
