package dev.parvis.functions.api.posts;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.parvis.domain.brands.Brand;
import dev.parvis.domain.channels.Channel;
import dev.parvis.domain.posts.Hold;
import dev.parvis.domain.posts.Holds;
import dev.parvis.domain.workspaces.Permission;
import dev.parvis.domain.workspaces.Role;
import dev.parvis.functions.api.calls.Caller;
import dev.parvis.kernel.http.in.Problem;
import dev.parvis.kernel.json.Json;
import dev.parvis.kernel.time.Times;

/** Says under which stops an answer may go out: those that stand, if its writer may answer during a stop, and no other. */
final class Passing {
    private final Holds holds;

    Passing(Holds holds) {
        this.holds = holds;
    }

    /** The stops that it passes; who may pass none is refused, with why one stands and who may. */
    List<Hold> of(Caller caller, Brand brand, Channel channel) {
        var over = holds.stops(caller.workspace()).over(brand.id(), channel.network());
        if (over.isEmpty() || Permission.CRISIS_ANSWER.isHeldBy(caller.member().on(brand.id()))) {
            return over;
        }
        throw Problem.of(Problem.Code.CRISIS_STOP, detail(over))
                .with("holds", over.stream().map(Passing::json).toList())
                .with("permission", Permission.CRISIS_ANSWER.wire())
                .exception();
    }

    private static String detail(List<Hold> over) {
        var who = Stream.of(Role.values())
                .filter(Permission.CRISIS_ANSWER::isHeldBy)
                .map(role -> role.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(" or "));
        var reason = over.getFirst().reason();
        return "Nothing was kept. While a crisis stop stands" + (reason.isEmpty() ? "" : " (" + reason + ")")
                + ", an answer takes the permission " + Permission.CRISIS_ANSWER.wire() + ": ask an " + who
                + " of the brand.";
    }

    private static Json json(Hold hold) {
        return Json.obj(
                "scope",
                hold.scope().name().toLowerCase(Locale.ROOT),
                "id",
                hold.id(),
                "reason",
                hold.reason(),
                "since",
                Times.format(hold.since()));
    }
}
