package dev.parvis.functions.report.data;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import dev.parvis.domain.audit.Audit;
import dev.parvis.domain.audit.AuditEntry;
import dev.parvis.domain.brands.Brand;
import dev.parvis.domain.items.Handling;
import dev.parvis.domain.items.Item;
import dev.parvis.domain.items.Items;
import dev.parvis.domain.mentions.Mention;
import dev.parvis.domain.mentions.Mentions;
import dev.parvis.domain.reports.Period;

/** What was said about the brand and to it, and what was decided about that. */
final class Attention {
    static final int MENTIONS_KEPT = 50;

    private static final String BY_RULES = "function:moderate";
    private static final String WEB = "web";

    private final Mentions mentions;
    private final Items items;
    private final Audit audit;

    /** Mentions of a period by day, and the newest of them. */
    record Said(Map<LocalDate, Long> byDay, List<MentionData> newest) {}

    Attention(Mentions mentions, Items items, Audit audit) {
        this.mentions = mentions;
        this.items = items;
        this.audit = audit;
    }

    Said mentions(Brand brand, Period period) {
        var byDay = new TreeMap<LocalDate, Long>();
        var newest = new ArrayList<MentionData>();
        Pages.walk(
                page -> mentions.list(brand.workspace(), brand.id(), period.start(), period.end(), page), mention -> {
                    byDay.merge(mention.foundAt().atZone(period.zone()).toLocalDate(), 1L, Long::sum);
                    if (newest.size() < MENTIONS_KEPT) {
                        newest.add(data(mention));
                    }
                    return true;
                });
        return new Said(byDay, newest);
    }

    private static MentionData data(Mention mention) {
        var item = mention.item();
        var author = item.author();
        return new MentionData(
                author.handle().isEmpty() ? author.name() : author.handle(),
                where(item),
                item.url(),
                item.publishedAt(),
                mention.foundAt(),
                item.text());
    }

    private static String where(Item item) {
        var network = item.key().network().value();
        return network.equals(WEB) ? host(item.url()) : network;
    }

    private static String host(String url) {
        try {
            var host = new URI(url).getHost();
            return host == null ? WEB : host;
        } catch (URISyntaxException notAnAddress) {
            return WEB;
        }
    }

    /** How what came in during each period stands now, by handling. The inbox is read newest first. */
    Both<Map<String, Long>> interactions(Brand brand, Halves halves) {
        var found = empty(halves);
        for (var handling : Handling.values()) {
            Pages.walk(page -> items.inbox(brand.workspace(), brand.id(), handling, page), each -> {
                var at = each.item().foundAt();
                found.at(at).ifPresent(counts -> counts.merge(handling.name(), 1L, Long::sum));
                return !at.isBefore(halves.before().start());
            });
        }
        return found;
    }

    /** What the rules decided about what came in during each period. An entry carries the time the item was found. */
    Both<Map<String, Long>> decisions(Brand brand, Halves halves) {
        var found = empty(halves);
        var last = YearMonth.from(halves.now().end().atZone(ZoneOffset.UTC));
        var month = YearMonth.from(halves.before().start().atZone(ZoneOffset.UTC));
        for (; !month.isAfter(last); month = month.plusMonths(1)) {
            var listed = month;
            Pages.walk(page -> audit.list(brand.workspace(), listed, page), entry -> {
                if (isDecision(entry, brand)) {
                    var led = entry.facts().getOrDefault("handling", "").toUpperCase(Locale.ROOT);
                    found.at(entry.at()).ifPresent(counts -> counts.merge(led, 1L, Long::sum));
                }
                return true;
            });
        }
        return found;
    }

    private static boolean isDecision(AuditEntry entry, Brand brand) {
        return entry.actor().equals(BY_RULES)
                && brand.id().value().equals(entry.facts().get("brand"));
    }

    private static Both<Map<String, Long>> empty(Halves halves) {
        return Both.of(halves, TreeMap::new);
    }
}
