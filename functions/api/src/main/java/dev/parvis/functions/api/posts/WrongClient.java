package dev.parvis.functions.api.posts;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

import dev.parvis.domain.brands.Brand;
import dev.parvis.domain.channels.ChannelId;
import dev.parvis.domain.posts.Content;
import dev.parvis.domain.stored.PageRequest;
import dev.parvis.domain.wording.Namesakes;
import dev.parvis.domain.wording.Signs;
import dev.parvis.domain.wording.Spotted;
import dev.parvis.functions.api.calls.Caller;
import dev.parvis.kernel.json.FieldError;
import dev.parvis.kernel.json.Json;

/**
 * Finds the brands of a workspace that another brand's post names: by the signs of their sheets and the handles of their
 * channels. A guest is told of brands that they see, and of no other: that a client is there is nobody else's to know.
 */
public final class WrongClient {
    private static final int MOST_CHANNELS = 1_000;

    private final PostRoutes.Stores stores;

    public WrongClient(PostRoutes.Stores stores) {
        this.stores = stores;
    }

    /** The other brands that a content names, in any of its parts or variants. */
    List<Warning> named(Caller caller, Brand brand, Content content) {
        return namesakes(caller).spot(brand.id(), content.words()).stream()
                .map(spotted -> new Warning(
                        Warning.Code.OTHER_BRAND_NAMED,
                        "It " + detail(caller, spotted) + ".",
                        Json.obj("brand", spotted.brand().value(), "sign", spotted.sign())))
                .toList();
    }

    /** Refuses what goes out by itself, and nobody has said that it means whom it names, a picture to stand still, or a file to come later. */
    void confirm(Caller caller, Brand brand, Going going, Set<Warning.Code> confirmed) {
        var stills = new StillPictures(stores);
        var still = going.channels().stream()
                .flatMap(id -> stores.channels().find(caller.workspace(), id).stream())
                .flatMap(channel -> stills.of(going.content(), channel).stream());
        var awaited = new AwaitedMedia(stores.media()).of(brand, going.content());
        Warnings.confirm(
                Stream.of(named(caller, brand, going.content()).stream(), still, awaited.stream())
                        .flatMap(warnings -> warnings)
                        .toList(),
                confirmed);
    }

    /** What goes out by itself, again and again, and where. */
    record Going(Content content, List<ChannelId> channels) {}

    /** What is wrong with each of many contents of one brand, their namesakes being read once. */
    public Function<Content, Optional<FieldError>> faults(Caller caller, Brand brand) {
        var namesakes = namesakes(caller);
        return content -> namesakes.spot(brand.id(), content.words()).stream()
                .findFirst()
                .map(spotted -> new FieldError(
                        "/text",
                        Warning.Code.OTHER_BRAND_NAMED.wire(),
                        "text " + detail(caller, spotted) + ": confirm other_brand_named if that is meant."));
    }

    private String detail(Caller caller, Spotted spotted) {
        var name = stores.brands()
                .find(caller.workspace(), spotted.brand())
                .map(Brand::name)
                .orElse("another brand");
        return "names " + spotted.sign() + ", which is a sign of " + name;
    }

    /** Two queries: the signs that sheets have, and the channels for their handles. */
    private Namesakes namesakes(Caller caller) {
        var namesakes = new Namesakes();
        stores.sheets().signs(caller.workspace()).entrySet().stream()
                .filter(each -> caller.sees(each.getKey()))
                .forEach(each -> namesakes.add(each.getKey(), each.getValue()));
        var next = Optional.<String>empty();
        var read = 0;
        do {
            var page = stores.channels().list(caller.workspace(), new PageRequest(PageRequest.MOST, next));
            page.items().stream()
                    .filter(channel -> caller.sees(channel.brand()))
                    .forEach(channel -> namesakes.add(channel.brand(), Signs.of(channel.handle())));
            read += page.items().size();
            next = page.next();
        } while (next.isPresent() && read < MOST_CHANNELS);
        return namesakes;
    }
}
