package dev.parvis.functions.api.calls;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import dev.parvis.domain.brands.BrandId;
import dev.parvis.domain.stored.Page;
import dev.parvis.domain.stored.PageRequest;
import dev.parvis.kernel.http.in.Problem;
import dev.parvis.kernel.http.in.Request;
import dev.parvis.kernel.http.in.Response;
import dev.parvis.kernel.json.Json;
import dev.parvis.kernel.secret.SignedToken.Opened;
import dev.parvis.vault.SealedTokens;

/**
 * Lists: {@code ?limit=1..100&cursor=…}. A cursor is sealed for the tenant and for the list that gave it, and ends after
 * a day; the position within it is nobody's to read or to change.
 */
public final class Pages {
    private static final int USUAL = 25;
    private static final Duration LIFE = Duration.ofDays(1);

    private final SealedTokens tokens;
    private final InstantSource clock;

    public Pages(SealedTokens tokens, InstantSource clock) {
        this.tokens = tokens;
        this.clock = clock;
    }

    /** @param list names the list with all that narrows it, so that a cursor serves nowhere else */
    public PageRequest asked(Request request, Caller caller, String list) {
        return new PageRequest(
                limit(request), request.query("cursor").map(cursor -> position(purpose(caller, list), cursor)));
    }

    public <T> Response answer(Caller caller, String list, Page<T> page, Function<T, Json> json) {
        return Response.json(200, body(caller, list, page, json));
    }

    /** A page as its list answers it: {@code items}, and {@code next} unless it is the last. */
    public <T> Json.Obj body(Caller caller, String list, Page<T> page, Function<T, Json> json) {
        var items = page.items().stream().map(json).toList();
        var body = Json.obj("items", items);
        var next = page.next()
                .map(position -> tokens.issue(
                        purpose(caller, list), position, clock.instant().plus(LIFE)));
        return next.map(cursor -> body.with("next", cursor)).orElse(body);
    }

    /**
     * A list of all that the workspace has of something, in the order of ids, of which each member is shown what they see.
     * For a guest the whole is read, which is small, so that neither the length of a page nor a cursor tells of the rest.
     *
     * @param everything a page of the store
     */
    public <T> Response seen(
            Request request, Caller caller, String list, Function<PageRequest, Page<T>> everything, Shown<T> shown) {
        if (caller.seesAll()) {
            return answer(caller, list, everything.apply(asked(request, caller, list)), shown.json());
        }
        var asked = asked(request, caller, list + " of a guest");
        var found = all(everything).stream()
                .filter(item -> caller.sees(shown.brand().apply(item)))
                .filter(item -> asked.after()
                        .filter(id -> shown.id().apply(item).compareTo(id) <= 0)
                        .isEmpty())
                .toList();
        if (found.size() <= asked.limit()) {
            return answer(caller, list, Page.last(found), shown.json());
        }
        var page = found.subList(0, asked.limit());
        var next = Optional.of(shown.id().apply(page.getLast()));
        return answer(caller, list + " of a guest", new Page<>(page, next), shown.json());
    }

    private static <T> List<T> all(Function<PageRequest, Page<T>> everything) {
        var found = new ArrayList<T>();
        var next = Optional.<String>empty();
        do {
            var page = everything.apply(new PageRequest(PageRequest.MOST, next));
            found.addAll(page.items());
            next = page.next();
        } while (next.isPresent());
        return found;
    }

    /** What a list shows of its things, and how it knows whose they are. */
    public record Shown<T>(Function<T, BrandId> brand, Function<T, String> id, Function<T, Json> json) {}

    private static String purpose(Caller caller, String list) {
        return "cursor\n" + caller.workspace() + "\n" + list;
    }

    /** How many are asked for: {@code ?limit=1..100}. */
    public static int limit(Request request) {
        var text = request.query("limit").orElse(Integer.toString(USUAL));
        if (text.matches("[0-9]{1,3}")) {
            var limit = Integer.parseInt(text);
            if (limit >= 1 && limit <= PageRequest.MOST) {
                return limit;
            }
        }
        throw Problem.of(Problem.Code.INVALID_REQUEST, "limit is a number from 1 to " + PageRequest.MOST + ".")
                .exception();
    }

    private String position(String purpose, String cursor) {
        return switch (tokens.open(purpose, cursor)) {
            case Opened.Valid(var position, var _) -> position;
            case Opened.Expired _ ->
                throw Problem.of(Problem.Code.INVALID_CURSOR, "This cursor has ended; list from the start.")
                        .exception();
            case Opened.Forged _ ->
                throw Problem.of(Problem.Code.INVALID_CURSOR, "This cursor was not made for this list.")
                        .exception();
        };
    }
}
