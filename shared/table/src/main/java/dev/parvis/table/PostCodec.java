package dev.parvis.table;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneId;

import dev.parvis.domain.brands.BrandId;
import dev.parvis.domain.posts.Content;
import dev.parvis.domain.posts.Labels;
import dev.parvis.domain.posts.Post;
import dev.parvis.domain.posts.PostId;
import dev.parvis.domain.posts.Posts;
import dev.parvis.domain.posts.Schedule;

/** Posts without their content. */
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
                .text("calendarPk", calendar(post, Keys.monthOf(time)))
                .text("calendarSk", Keys.at(time, post.id().value()));
        post.schedule().ifPresent(schedule -> row.map("schedule", schedule(schedule)));
        if (!post.labels().equals(Labels.NONE)) {
            row.map("labels", labels(post.labels()));
        }
        post.approval().ifPresent(approval -> row.map("approval", ApprovalCodec.encode(approval)));
        return row;
    }

    /** That something of it is wanted out at another time than its own. */
    static Attributes wanted(Post post, Instant at) {
        return Attributes.at(CalendarKeys.wanted(post.workspace(), post.id(), at))
                .text("calendarPk", CalendarKeys.wanted(post.workspace(), post.brand()))
                .text("calendarSk", Keys.at(at, post.id().value()))
                .number("ttl", at.plus(Posts.DECISIONS_KEPT).getEpochSecond());
    }

    /** Answers stand beside the calendar, in a partition of their own. */
    private static String calendar(Post post, YearMonth month) {
        return post.isAnswer()
                ? CalendarKeys.answers(post.workspace(), post.brand(), month)
                : CalendarKeys.calendar(post.workspace(), post.brand(), month);
    }

    static Attributes labels(Labels labels) {
        return new Attributes()
                .textUnlessEmpty("theme", labels.theme())
                .textUnlessEmpty("campaign", labels.campaign())
                .textUnlessEmpty("objective", labels.objective());
    }

    static Labels labels(Row row) {
        return new Labels(row.textOrEmpty("theme"), row.textOrEmpty("campaign"), row.textOrEmpty("objective"));
    }

    static Attributes schedule(Schedule schedule) {
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
                row.mapIf("labels").map(PostCodec::labels).orElse(Labels.NONE),
                row.number("version"));
    }

    static PostId id(Row row) {
        return new PostId(row.key().partitionAfter("#POST#"));
    }

    /** Where the content that a post's row speaks of lies. */
    static Key content(Row row) {
        return Keys.revision(row.key().workspace(), id(row), row.number("revision"));
    }

    static Schedule schedule(Row row) {
        return new Schedule(row.as("wallClock", LocalDateTime::parse), row.as("zone", ZoneId::of), row.instant("at"));
    }
}
