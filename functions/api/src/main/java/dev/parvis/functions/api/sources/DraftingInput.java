package dev.parvis.functions.api.sources;

import java.util.List;
import java.util.Optional;

import dev.parvis.domain.brands.Brand;
import dev.parvis.domain.channels.Channel;
import dev.parvis.domain.channels.ChannelId;
import dev.parvis.domain.channels.Channels;
import dev.parvis.domain.sheets.Sheet;
import dev.parvis.domain.sheets.Sheets;
import dev.parvis.domain.sources.Drafting;
import dev.parvis.functions.api.calls.Ids;
import dev.parvis.kernel.json.Fields;

/** Reads how the entries of a feed become drafts; everything that is wrong is noted in the fields. */
final class DraftingInput {
    private final Channels channels;
    private final Sheets sheets;

    DraftingInput(Channels channels, Sheets sheets) {
        this.channels = channels;
        this.sheets = sheets;
    }

    /** @param brand whose channels and themes count; without one only the form is read */
    Optional<Drafting> read(Fields fields, Optional<Brand> brand) {
        return fields.optionalObject("drafts").map(drafts -> {
            var template = drafts.optionalText("template", 1, Drafting.LONGEST).orElse(Drafting.USUAL);
            if (!Drafting.isTemplate(template)) {
                drafts.refuse(
                        "template", "malformed", "must hold {title}, {link} or {excerpt}, and no other name in braces");
            }
            var theme = drafts.optionalLine("theme", 0, Sheet.Aims.LONGEST_NAME).orElse("");
            var ids = drafts.texts("channels", Drafting.MOST_CHANNELS, 64).stream()
                    .distinct()
                    .toList();
            var found = brand.map(of -> channels(drafts, of, ids)).orElse(List.of());
            brand.filter(of -> !theme.isEmpty()).ifPresent(of -> theme(drafts, of, theme));
            return new Drafting(template, theme, found);
        });
    }

    private List<ChannelId> channels(Fields drafts, Brand brand, List<String> ids) {
        var found = ids.stream()
                .flatMap(id -> Ids.parsed(id, ChannelId::new).stream())
                .flatMap(id -> channels.find(brand.workspace(), id).stream())
                .filter(channel -> channel.brand().equals(brand.id()))
                .map(Channel::id)
                .toList();
        if (found.size() < ids.size()) {
            drafts.refuse("channels", "not_found", "must hold channels of this brand");
        }
        return found;
    }

    private void theme(Fields drafts, Brand brand, String theme) {
        var themes = sheets.find(brand.workspace(), brand.id()).aims().themes();
        if (!themes.isEmpty() && !themes.contains(theme)) {
            drafts.refuse("theme", "not_found", "must be one that the brand's sheet names");
        }
    }
}
