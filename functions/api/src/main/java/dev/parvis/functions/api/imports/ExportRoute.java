package dev.parvis.functions.api.imports;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.parvis.domain.brands.Brand;
import dev.parvis.domain.brands.Brands;
import dev.parvis.domain.channels.Channel;
import dev.parvis.domain.channels.ChannelId;
import dev.parvis.domain.channels.Channels;
import dev.parvis.domain.posts.Content;
import dev.parvis.domain.posts.Post;
import dev.parvis.domain.posts.PostWithTargets;
import dev.parvis.domain.posts.Posts;
import dev.parvis.domain.posts.Publication;
import dev.parvis.domain.posts.Schedule;
import dev.parvis.domain.posts.Target;
import dev.parvis.domain.stored.PageRequest;
import dev.parvis.domain.workspaces.Language;
import dev.parvis.functions.api.calls.AtOnce;
import dev.parvis.functions.api.calls.Caller;
import dev.parvis.functions.api.calls.Ids;
import dev.parvis.functions.api.calls.Inputs;
import dev.parvis.functions.api.calls.Members;
import dev.parvis.functions.api.calls.Place;
import dev.parvis.kernel.http.in.Problem;
import dev.parvis.kernel.http.in.ProblemException;
import dev.parvis.kernel.http.in.Request;
import dev.parvis.kernel.http.in.Response;
import dev.parvis.kernel.http.in.Router;
import dev.parvis.kernel.text.Csv;

/**
 * {@code GET …/brands/{brand}/posts.csv}: the posts of a period as a file that a spreadsheet opens and an import knows
 * again. What is larger than an answer may be is refused: a shorter period is asked for.
 */
public final class ExportRoute {
    private static final int LONGEST_DAYS = 366;
    /** A function's answer has 6 MB, with whatever it is wrapped in. */
    private static final int MOST_BYTES = 4_000_000;

    private static final List<Column> COLUMNS = List.of(Column.values());

    private final Brands brands;
    private final Posts posts;
    private final Channels channels;

    public ExportRoute(Brands brands, Posts posts, Channels channels) {
        this.brands = brands;
        this.posts = posts;
        this.channels = channels;
    }

    public void on(Router router, Members members) {
        router.get("/v1/workspaces/{workspace}/brands/{brand}/posts.csv", members.reads(Place.BRAND, this::export));
    }

    private record Days(LocalDate first, LocalDate last) {
        boolean hold(Brand brand, Post post) {
            var day = post.schedule()
                    .map(Schedule::at)
                    .orElse(post.createdAt())
                    .atZone(brand.zone())
                    .toLocalDate();
            return !day.isBefore(first) && !day.isAfter(last);
        }

        /** The calendar's months are UTC's, its days here the brand's: a day before and after may belong to them. */
        Stream<YearMonth> months() {
            return Stream.iterate(
                    YearMonth.from(first.minusDays(1)),
                    month -> !month.isAfter(YearMonth.from(last.plusDays(1))),
                    month -> month.plusMonths(1));
        }
    }

    private Response export(Request request, Caller caller) {
        var brand = Ids.brand(brands, caller, request.param("brand"));
        var days = days(request);
        var separator = separator(request, brand);
        var found = posts(brand, days);
        var there = AtOnce.found(found.stream().map(Post::id).toList(), id -> posts.find(caller.workspace(), id));
        var named = Brandwide.channels(channels, brand).stream()
                .collect(Collectors.toMap(Channel::id, Function.identity()));
        var csv = Csv.separatedBy(separator, '.')
                .row(COLUMNS.stream().map(Column::title).toList());
        found.stream()
                .flatMap(post -> Optional.ofNullable(there.get(post.id())).stream())
                .forEach(whole -> csv.row(cells(whole, named)));
        var bytes = ('\uFEFF' + csv.toString()).getBytes(StandardCharsets.UTF_8);
        if (bytes.length > MOST_BYTES) {
            throw tooMuch();
        }
        return Response.bytes(200, "text/csv; charset=utf-8", bytes)
                .withHeader("cache-control", "no-store")
                .withHeader(
                        "content-disposition",
                        "attachment; filename=\"posts-" + days.first() + "-" + days.last() + ".csv\"");
    }

    private static char separator(Request request, Brand brand) {
        var usual = brand.reporting().language() == Language.FR ? "semicolon" : "comma";
        return switch (request.query("separator").orElse(usual)) {
            case "semicolon" -> ';';
            case "comma" -> ',';
            default -> throw invalid("separator is comma or semicolon.");
        };
    }

    private static Days days(Request request) {
        var first = day(request, "from");
        var last = day(request, "to");
        if (last.isBefore(first) || first.plusDays(LONGEST_DAYS).isBefore(last)) {
            throw invalid("to is not before from, and at most " + LONGEST_DAYS + " days after it.");
        }
        return new Days(first, last);
    }

    private static LocalDate day(Request request, String name) {
        try {
            var day = LocalDate.parse(Inputs.query(request, name));
            if (day.getYear() >= 1970 && day.getYear() <= 9997) {
                return day;
            }
        } catch (DateTimeParseException malformed) {
            // Said below.
        }
        throw invalid(name + " is a day such as 2026-12-01.");
    }

    private static ProblemException invalid(String detail) {
        return Problem.of(Problem.Code.INVALID_REQUEST, detail).exception();
    }

    private static ProblemException tooMuch() {
        return Problem.of(
                        Problem.Code.PAYLOAD_TOO_LARGE,
                        "These are more than " + Sheet.MOST_ROWS + " posts or " + MOST_BYTES
                                + " bytes: ask for a shorter period.")
                .exception();
    }

    private List<Post> posts(Brand brand, Days days) {
        var all = new ArrayList<Post>();
        days.months().forEach(month -> {
            var after = Optional.<String>empty();
            do {
                var page =
                        posts.calendar(brand.workspace(), brand.id(), month, new PageRequest(PageRequest.MOST, after));
                page.items().stream().filter(post -> days.hold(brand, post)).forEach(all::add);
                if (all.size() > Sheet.MOST_ROWS) {
                    throw tooMuch();
                }
                after = page.next();
            } while (after.isPresent());
        });
        return all;
    }

    private static List<String> cells(PostWithTargets whole, Map<ChannelId, Channel> named) {
        return COLUMNS.stream().map(column -> cell(column, whole, named)).toList();
    }

    private static String cell(Column column, PostWithTargets whole, Map<ChannelId, Channel> named) {
        var post = whole.post();
        var content = post.content();
        return switch (column) {
            case KEY -> post.id().value();
            case TEXT -> content.text();
            case LINK -> content.link().map(Content.Link::url).orElse("");
            case LINK_TITLE -> content.link().map(Content.Link::title).orElse("");
            case LINK_DESCRIPTION ->
                content.link().map(Content.Link::description).orElse("");
            case CHANNELS ->
                joined(whole.targets().stream().map(Target::channel).map(id -> channel(id, named)), " ");
            case AT ->
                post.schedule().map(schedule -> schedule.wallClock().toString()).orElse("");
            case ZONE ->
                post.schedule().map(schedule -> schedule.zone().getId()).orElse("");
            case IMAGES -> joined(content.images().stream().map(Content.Image::mediaId), " ");
            case ALTS -> joined(content.images().stream().map(image -> oneLine(image.alt())), "\n");
            case LANGUAGE -> content.language();
            case FIRST_COMMENT ->
                joined(
                        content.parts().stream()
                                .filter(part -> part.kind() == Content.Kind.COMMENT)
                                .map(Content.Part::text),
                        "");
            case THEME -> post.labels().theme();
            case CAMPAIGN -> post.labels().campaign();
            case OBJECTIVE -> post.labels().objective();
            case STATE ->
                joined(whole.targets().stream().map(ExportRoute::state).distinct(), " ");
            case URLS ->
                joined(
                        whole.targets().stream()
                                .flatMap(target -> target.publication().stream())
                                .map(Publication::url),
                        " ");
        };
    }

    private static String state(Target target) {
        return target.state().name().toLowerCase(Locale.ROOT);
    }

    private static String joined(Stream<String> parts, String by) {
        return parts.collect(Collectors.joining(by));
    }

    private static String oneLine(String alt) {
        return alt.lines().collect(Collectors.joining(" "));
    }

    /** Its name in files, unless another channel of the brand is called the same, or it was removed. */
    private static String channel(ChannelId id, Map<ChannelId, Channel> named) {
        return Optional.ofNullable(named.get(id))
                .map(Cells::name)
                .filter(name -> !name.contains(" "))
                .filter(name -> named.values().stream()
                                .filter(other -> Cells.name(other).equalsIgnoreCase(name))
                                .count()
                        == 1)
                .orElse(id.value());
    }
}
