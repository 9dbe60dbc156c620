package dev.parvis.functions.api.posts;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.parvis.domain.networks.Publishes;
import dev.parvis.domain.posts.Content;
import dev.parvis.kernel.json.Json;

/** What would go out on a channel, part by part, as its server counts. */
final class PreviewJson {
    private PreviewJson() {}

    static Json of(Preflight.Verdict verdict, PreviewParts parts) {
        return Json.obj(
                "channel",
                verdict.channel().id().value(),
                "network",
                verdict.channel().network().value(),
                "handle",
                verdict.channel().handle(),
                "accepted",
                verdict.violations().isEmpty(),
                "length",
                verdict.length(),
                "limit",
                verdict.limits().textLength(),
                "countedIn",
                verdict.limits().countedIn().name().toLowerCase(Locale.ROOT),
                "parts",
                IntStream.range(0, verdict.said().size())
                        .mapToObj(number -> part(verdict, number, parts))
                        .toList(),
                "violations",
                verdict.violations().stream()
                        .map(violation -> Json.obj(
                                "pointer", violation.pointer(), "code", violation.code(), "detail", violation.detail()))
                        .toList(),
                "hints",
                hints(verdict, parts),
                "cost",
                verdict.cost()
                        .<Object>map(cost -> Json.obj(
                                "currency",
                                cost.currency(),
                                "amount",
                                cost.amount().toPlainString(),
                                "source",
                                cost.source()))
                        .orElse(Json.absent()));
    }

    /** What the post costs on all its channels together; none is added to one of another currency. */
    static List<Json.Obj> costs(List<Preflight.Verdict> verdicts) {
        var sums = new TreeMap<String, BigDecimal>();
        verdicts.stream()
                .flatMap(verdict -> verdict.cost().stream())
                .forEach(cost -> sums.merge(cost.currency(), cost.amount(), BigDecimal::add));
        return sums.entrySet().stream()
                .map(sum -> Json.obj(
                        "currency", sum.getKey(), "amount", sum.getValue().toPlainString()))
                .toList();
    }

    /** What is taken, and may be a mistake all the same. */
    private static List<Json.Obj> hints(Preflight.Verdict verdict, PreviewParts parts) {
        return IntStream.range(0, verdict.said().size())
                .boxed()
                .flatMap(number -> hints(verdict, verdict.said().part(number), parts)
                        .map(hint -> Json.obj("part", number, "code", hint.code(), "detail", hint.detail())))
                .toList();
    }

    private static Stream<Publishes.Violation> hints(Preflight.Verdict verdict, Content part, PreviewParts parts) {
        return Stream.of(
                        verdict.accepts().hints(part).stream(),
                        PreviewParts.undescribed(part),
                        parts.stills(verdict, part))
                .flatMap(hints -> hints);
    }

    private static Json part(Preflight.Verdict verdict, int number, PreviewParts parts) {
        var part = verdict.said().part(number);
        var length = verdict.accepts().length(part, verdict.limits());
        var json = Json.obj(
                "kind",
                kind(verdict.said(), number),
                "text",
                verdict.accepts().text(part),
                "length",
                length,
                "link",
                part.link()
                        .<Object>map(link ->
                                Json.obj("url", link.url(), "title", link.title(), "description", link.description()))
                        .orElse(Json.absent()));
        var whole = parts.with(json, verdict, number);
        return length <= verdict.limits().textLength() ? whole : whole.with("fits", fits(verdict, part));
    }

    private static String kind(Content said, int number) {
        return number == 0 ? "post" : said.parts().get(number - 1).kind().name().toLowerCase(Locale.ROOT);
    }

    /** How many code points of the text would fit, with the link that is added to it: found by halving. */
    private static int fits(Preflight.Verdict verdict, Content part) {
        var text = part.text();
        var low = 0;
        var high = text.codePointCount(0, text.length());
        while (low < high) {
            var middle = (low + high + 1) / 2;
            var begun = part.saying(text.substring(0, text.offsetByCodePoints(0, middle)));
            if (verdict.accepts().length(begun, verdict.limits())
                    <= verdict.limits().textLength()) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }
}
