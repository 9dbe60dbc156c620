package dev.parvis.functions.api.brands;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;

import dev.parvis.domain.brands.Brand;
import dev.parvis.domain.channels.ChannelId;
import dev.parvis.domain.metrics.Metric;
import dev.parvis.domain.networks.NetworkId;
import dev.parvis.domain.sheets.Handle;
import dev.parvis.domain.sheets.HashtagSet;
import dev.parvis.domain.sheets.Objective;
import dev.parvis.domain.sheets.Rhythm;
import dev.parvis.domain.sheets.Sheet;
import dev.parvis.functions.api.calls.Ids;
import dev.parvis.functions.api.calls.Inputs;
import dev.parvis.kernel.json.Fields;

/** Reads a whole sheet; everything that is wrong is noted in the fields, and what is left out is empty. */
final class SheetInput {
    private static final long LARGEST_FIGURE = 1_000_000_000_000L;

    private final BiPredicate<Brand, ChannelId> isItsChannel;

    SheetInput(BiPredicate<Brand, ChannelId> isItsChannel) {
        this.isItsChannel = isItsChannel;
    }

    Sheet read(Fields fields, Brand brand, long version) {
        return new Sheet(brand.workspace(), brand.id(), voice(fields), aims(fields, brand), names(fields), version);
    }

    private static Sheet.Voice voice(Fields fields) {
        return new Sheet.Voice(
                fields.optionalText("tone", 0, Sheet.Voice.LONGEST).orElse(""),
                fields.optionalText("audience", 0, Sheet.Voice.LONGEST).orElse(""),
                fields.optionalText("charter", 0, Sheet.Voice.LONGEST_CHARTER).orElse(""));
    }

    private Sheet.Aims aims(Fields fields, Brand brand) {
        var themes = labels(fields, "themes", Sheet.Aims.MOST_THEMES);
        var campaigns = labels(fields, "campaigns", Sheet.Aims.MOST_CAMPAIGNS);
        var objectives = fields.objects("objectives", Sheet.Aims.MOST_OBJECTIVES).stream()
                .flatMap(each -> objective(each).stream())
                .toList();
        once(fields, "objectives", objectives.stream().map(Objective::name).toList());
        var rhythms = fields.objects("rhythms", Sheet.Aims.MOST_RHYTHMS).stream()
                .flatMap(each -> rhythm(each, brand).stream())
                .toList();
        once(fields, "rhythms", rhythms.stream().map(Rhythm::channel).toList());
        return new Sheet.Aims(themes, campaigns, objectives, rhythms);
    }

    private static List<String> labels(Fields fields, String name, int most) {
        var labels = fields.texts(name, most, Sheet.Aims.LONGEST_NAME);
        once(fields, name, labels);
        if (!labels.stream().allMatch(SheetInput::isName)) {
            fields.refuse(name, "malformed", "must hold lines that neither begin nor end with a space");
        }
        return labels;
    }

    private static boolean isName(String text) {
        return text.equals(text.strip()) && text.chars().noneMatch(Character::isISOControl);
    }

    private static void once(Fields fields, String name, List<?> values) {
        if (new HashSet<>(values).size() < values.size()) {
            fields.refuse(name, "not_allowed", "must hold each once");
        }
    }

    private static Optional<Objective> objective(Fields fields) {
        var name = fields.requiredLine("name", 1, Sheet.Aims.LONGEST_NAME);
        var metric = fields.requiredChoice("metric", Metric.class);
        var target = fields.requiredWhole("target", 0, LARGEST_FIGURE);
        if (!fields.has("by")) {
            fields.refuse("by", "required", "is required");
        }
        return Inputs.date(fields, "by").map(by -> new Objective(name, metric, target, by));
    }

    private Optional<Rhythm> rhythm(Fields fields, Brand brand) {
        var channel = fields.requiredLine("channel", 1, 64);
        var often = fields.requiredWhole("postsPerWeek", 1, Rhythm.MOST);
        var id = Ids.parsed(channel, ChannelId::new).filter(given -> isItsChannel.test(brand, given));
        if (id.isEmpty() && !channel.isEmpty()) {
            fields.refuse("channel", "not_found", "must be a channel of this brand");
        }
        return id.filter(_ -> !fields.isRefused("postsPerWeek")).map(given -> new Rhythm(given, (int) often));
    }

    private static Sheet.Names names(Fields fields) {
        var handles = fields.objects("handles", Sheet.Names.MOST_HANDLES).stream()
                .flatMap(each -> handle(each).stream())
                .toList();
        var sites = fields.texts("sites", Sheet.Names.MOST_SITES, Sheet.Names.LONGEST_SITE);
        if (!sites.stream().allMatch(SheetInput::isSite)) {
            fields.refuse("sites", "malformed", "must hold absolute http or https URLs");
        }
        var sets = fields.objects("hashtagSets", Sheet.Names.MOST_SETS).stream()
                .map(SheetInput::set)
                .toList();
        once(fields, "hashtagSets", sets.stream().map(HashtagSet::name).toList());
        return new Sheet.Names(handles.stream().distinct().toList(), sites, sets);
    }

    private static Optional<Handle> handle(Fields fields) {
        var network = fields.requiredLine("network", 1, 40);
        var given = fields.requiredLine("handle", 1, Sheet.Names.LONGEST_HANDLE);
        var name = given.startsWith("@") ? given.substring(1) : given;
        if (!given.isEmpty() && (name.isEmpty() || name.chars().anyMatch(Character::isWhitespace))) {
            fields.refuse("handle", "malformed", "must be a handle, which has no spaces");
        }
        var id = Ids.parsed(network, NetworkId::new);
        if (id.isEmpty() && !network.isEmpty()) {
            fields.refuse("network", "malformed", "must be a network's name in small letters, such as instagram");
        }
        return id.map(known -> new Handle(known, name));
    }

    private static boolean isSite(String text) {
        try {
            var scheme = text.indexOf("://");
            if (scheme < 0) {
                return false;
            }
            var from = scheme + 3;
            var end = text.indexOf('/', from);
            var host = end < 0 ? text.length() : end;
            var ascii = text.substring(0, from) + IDN.toASCII(text.substring(from, host)) + text.substring(host);
            var url = new URI(ascii);
            var web = "http".equalsIgnoreCase(url.getScheme()) || "https".equalsIgnoreCase(url.getScheme());
            return web && url.getHost() != null && url.getHost().contains(".") && url.getUserInfo() == null;
        } catch (URISyntaxException | IllegalArgumentException notOne) {
            return false;
        }
    }

    private static HashtagSet set(Fields fields) {
        var tags = fields.texts("tags", HashtagSet.MOST_TAGS, Sheet.Names.LONGEST_TAG).stream()
                .map(tag -> tag.startsWith("#") ? tag : "#" + tag)
                .distinct()
                .toList();
        if (tags.isEmpty() && !fields.isRefused("tags")) {
            fields.refuse("tags", "required", "must hold a hashtag at least");
        }
        if (!tags.stream().allMatch(SheetInput::isHashtag)) {
            fields.refuse("tags", "malformed", "must hold hashtags: letters, digits and underscores");
        }
        return new HashtagSet(
                fields.requiredLine("name", 1, Sheet.Aims.LONGEST_NAME),
                tags,
                fields.optionalTruth("common").orElse(false));
    }

    private static boolean isHashtag(String tag) {
        return tag.length() > 1
                && tag.codePoints()
                        .skip(1)
                        .allMatch(c -> Character.isLetterOrDigit(c)
                                || c == '_'
                                || Character.getType(c) == Character.NON_SPACING_MARK
                                || Character.getType(c) == Character.COMBINING_SPACING_MARK);
    }
}
