package dev.parvis.functions.api.calendars;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.parvis.domain.brands.Brand;
import dev.parvis.domain.calendars.CalendarLink;
import dev.parvis.domain.calendars.CalendarLink.Audience;
import dev.parvis.domain.posts.Approval;
import dev.parvis.domain.posts.Content;
import dev.parvis.domain.posts.Post;
import dev.parvis.domain.posts.PostWithTargets;
import dev.parvis.domain.posts.Publication;
import dev.parvis.domain.posts.Schedule;
import dev.parvis.domain.posts.Target;
import dev.parvis.domain.posts.TargetState;
import dev.parvis.kernel.text.Graphemes;
import dev.parvis.kernel.text.Ical;

/**
 * Posts as an iCalendar object (RFC 5545): an event each, under an id that never changes. It depends on nothing but the
 * posts, so that what has not changed is the same to the letter: DTSTAMP and LAST-MODIFIED are the last instant of a post
 * that is known (its making, a decision, its going out), and SEQUENCE, its revision, tells of edits.
 */
final class Feed {
    private static final int LONGEST_SUMMARY = 60;
    private static final int LONGEST_DESCRIPTION = 2_000;

    private final CalendarLink link;
    private final Brand brand;
    private final FeedWords words;
    private final Function<Target, String> channel;

    /** @param channel how people call the channel of a target */
    Feed(CalendarLink link, Brand brand, FeedWords words, Function<Target, String> channel) {
        this.link = link;
        this.brand = brand;
        this.words = words;
        this.channel = channel;
    }

    String of(List<PostWithTargets> posts) {
        var ical = new Ical()
                .raw("BEGIN", "VCALENDAR")
                .raw("VERSION", "2.0")
                .raw("PRODID", "-//Parvis//Calendar//EN")
                .raw("CALSCALE", "GREGORIAN")
                .raw("METHOD", "PUBLISH")
                .text("NAME", brand.name())
                .text("X-WR-CALNAME", brand.name())
                .raw("REFRESH-INTERVAL;VALUE=DURATION", "PT1H")
                .raw("X-PUBLISHED-TTL", "PT1H");
        var nothing = ical.toString().length();
        posts.forEach(whole -> event(ical, whole));
        if (ical.toString().length() == nothing) {
            utc(ical);
        }
        return ical.raw("END", "VCALENDAR").toString();
    }

    /** RFC 5545 §3.6: a calendar holds one component at least, and this one shows nothing. */
    private static void utc(Ical ical) {
        ical.raw("BEGIN", "VTIMEZONE")
                .raw("TZID", "Etc/UTC")
                .raw("BEGIN", "STANDARD")
                .raw("DTSTART", "19700101T000000")
                .raw("TZOFFSETFROM", "+0000")
                .raw("TZOFFSETTO", "+0000")
                .raw("END", "STANDARD")
                .raw("END", "VTIMEZONE");
    }

    private void event(Ical ical, PostWithTargets whole) {
        var shown = whole.targets().stream()
                .filter(target -> link.shows(whole, target))
                .toList();
        var at = whole.post().schedule().map(Schedule::at);
        if (shown.isEmpty() || at.isEmpty()) {
            return;
        }
        var post = whole.post();
        var changed = changed(whole);
        ical.raw("BEGIN", "VEVENT")
                .raw("UID", post.id() + "@parvis")
                .instant("DTSTAMP", changed)
                .instant("LAST-MODIFIED", changed)
                .instant("CREATED", post.createdAt())
                .raw("SEQUENCE", Long.toString(post.revision()))
                .instant("DTSTART", at.get())
                .raw("DURATION", "PT15M")
                .raw("TRANSP", "TRANSPARENT")
                .raw("STATUS", status(post, shown))
                .text("SUMMARY", summary(post, shown))
                .text("DESCRIPTION", description(post, shown));
        urls(shown).findFirst().ifPresent(url -> ical.raw("URL", url));
        if (link.audience() == Audience.TEAM && !post.labels().theme().isEmpty()) {
            ical.text("CATEGORIES", post.labels().theme());
        }
        ical.raw("END", "VEVENT");
    }

    private static String status(Post post, List<Target> shown) {
        if (shown.stream().allMatch(target -> target.state() == TargetState.CANCELLED)) {
            return "CANCELLED";
        }
        return waits(shown) || isRefused(post) ? "TENTATIVE" : "CONFIRMED";
    }

    private static boolean waits(List<Target> shown) {
        return shown.stream().anyMatch(target -> target.state() == TargetState.APPROVAL);
    }

    private static boolean isRefused(Post post) {
        return post.approval().filter(Approval::isRefused).isPresent();
    }

    private static Instant changed(PostWithTargets whole) {
        var post = whole.post();
        var decided = post.approval().stream()
                .flatMap(approval -> Stream.of(approval.team(), approval.client()))
                .flatMap(Optional::stream)
                .map(Approval.Decision::at);
        var out = whole.targets().stream()
                .flatMap(target -> target.publication().stream())
                .map(Publication::firstByteAt);
        return Stream.of(Stream.of(post.createdAt()), decided, out)
                .flatMap(instants -> instants)
                .max(Instant::compareTo)
                .orElse(post.createdAt());
    }

    private String summary(Post post, List<Target> shown) {
        var where = shown.stream().map(channel).distinct().collect(Collectors.joining(", "));
        var said = post.content().text().lines().map(String::strip).filter(line -> !line.isEmpty());
        var first = said.findFirst()
                .or(() -> post.content().link().map(Content.Link::url))
                .orElse("");
        var title = words.named(where, cut(first, LONGEST_SUMMARY));
        return isRefused(post) && waits(shown) ? words.refused(title) : title;
    }

    /** What a client is not to see, why something failed, is the team's alone. */
    private String description(Post post, List<Target> shown) {
        var parts = new ArrayList<String>();
        parts.add(cut(post.content().text(), LONGEST_DESCRIPTION));
        post.content().link().ifPresent(where -> parts.add(where.url()));
        if (link.audience() == Audience.TEAM) {
            parts.add(shown.stream()
                    .map(target -> words.named(channel.apply(target), words.standing(target, isRefused(post))))
                    .collect(Collectors.joining("\n")));
        }
        urls(shown).forEach(parts::add);
        return String.join("\n\n", parts);
    }

    private static String cut(String text, int most) {
        var first = Graphemes.first(text, most);
        return first.length() == text.length() ? text : first + "…";
    }

    private static Stream<String> urls(List<Target> shown) {
        return shown.stream()
                .flatMap(target -> target.publication().stream())
                .map(Publication::url)
                .filter(url -> !url.isEmpty());
    }
}
