package dev.parvis.functions.api.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.parvis.domain.brands.Brand;
import dev.parvis.domain.channels.Channel;
import dev.parvis.domain.channels.Channels;
import dev.parvis.domain.stored.PageRequest;

/** All that a brand has of something that is listed by the workspace. */
final class Brandwide {
    private Brandwide() {}

    static List<Channel> channels(Channels channels, Brand brand) {
        var all = new ArrayList<Channel>();
        var after = Optional.<String>empty();
        do {
            var page = channels.list(brand.workspace(), new PageRequest(PageRequest.MOST, after));
            page.items().stream()
                    .filter(channel -> channel.brand().equals(brand.id()))
                    .forEach(all::add);
            after = page.next();
        } while (after.isPresent());
        return all;
    }
}
