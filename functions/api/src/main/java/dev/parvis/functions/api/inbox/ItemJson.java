package dev.parvis.functions.api.inbox;

import java.util.Locale;

import dev.parvis.domain.items.Interaction;
import dev.parvis.domain.items.Item;
import dev.parvis.kernel.json.Json;
import dev.parvis.kernel.time.Times;

/** Items as the API shows them. */
public final class ItemJson {
    private ItemJson() {}

    public static Json.Obj of(Item item) {
        return Json.obj(
                "network",
                item.key().network().value(),
                "nativeId",
                item.key().nativeId(),
                "kind",
                item.kind().name().toLowerCase(Locale.ROOT),
                "author",
                Json.obj(
                        "id",
                        item.author().nativeId(),
                        "handle",
                        item.author().handle(),
                        "name",
                        item.author().name(),
                        "url",
                        item.author().url()),
                "text",
                item.text(),
                "url",
                item.url(),
                "publishedAt",
                Times.format(item.publishedAt()),
                "foundAt",
                Times.format(item.foundAt()),
                "parent",
                item.parent().<Object>map(Json::of).orElse(Json.absent()));
    }

    static Json.Obj of(Interaction interaction) {
        return Json.obj(
                "id",
                interaction.id(),
                "brand",
                interaction.brand().value(),
                "channel",
                interaction.channel().value(),
                "handling",
                interaction.handling().name().toLowerCase(Locale.ROOT),
                "reason",
                interaction.reason(),
                "item",
                of(interaction.item()),
                "version",
                interaction.version());
    }
}
