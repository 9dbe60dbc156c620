package dev.parvis.functions.api.posts;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.parvis.domain.brands.Brand;
import dev.parvis.domain.cards.Card;
import dev.parvis.domain.cards.CardAt;
import dev.parvis.domain.cards.Cards;
import dev.parvis.domain.cards.Worded;
import dev.parvis.domain.channels.Channel;
import dev.parvis.domain.channels.ChannelId;
import dev.parvis.domain.channels.Channels;
import dev.parvis.domain.networks.Accepts;
import dev.parvis.domain.networks.Network;
import dev.parvis.domain.networks.Networks;
import dev.parvis.domain.posts.Content;
import dev.parvis.domain.series.Saying;

/**
 * Words the links of what is scheduled where the card is ours to make: a link without a title takes title and description of its
 * page, once, and keeps them. A page that cannot be read changes nothing; the network then shows the link's host.
 */
final class Carding {
    private final Cards cards;
    private final Networks networks;
    private final Channels channels;

    Carding(PostRoutes.Stores stores) {
        this.cards = stores.cards();
        this.networks = stores.networks();
        this.channels = stores.channels();
    }

    /** What goes out, worded; what stays a draft stays as it is typed. */
    Content worded(Content content, List<Channel> channels, When when) {
        return when.isSchedule() ? worded(content, channels) : content;
    }

    /** The same of an edit: what was to go out already and says the same is not touched, nor asked to be approved again. */
    Content worded(Content content, List<Channel> channels, When when, Optional<Content> scheduled) {
        return scheduled.filter(content::equals).isPresent() ? content : worded(content, channels, when);
    }

    /** What is said again and again goes out, sooner or later. */
    Saying worded(Brand brand, Saying saying) {
        return new Saying(
                saying.edition(),
                worded(brand, saying.content(), saying.channels()),
                saying.channels(),
                saying.labels());
    }

    Content worded(Brand brand, Content content, List<ChannelId> ids) {
        return worded(
                content,
                ids.stream()
                        .flatMap(id -> channels.find(brand.workspace(), id).stream())
                        .toList());
    }

    private Content worded(Content content, List<Channel> channels) {
        var open = channels.stream()
                .flatMap(channel -> networks.find(channel.network()).flatMap(Network::way).stream()
                        .flatMap(way -> open(
                                way.accepts(), content.with(Optional.empty()).on(channel.network()))))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        var found = open.isEmpty() ? Map.<String, Card>of() : found(open);
        return found.isEmpty() ? content : new Worded(url -> Optional.ofNullable(found.get(url))).of(content);
    }

    private static Stream<String> open(Accepts accepts, Content said) {
        return IntStream.range(0, said.size())
                .mapToObj(said::part)
                .filter(part -> part.link().filter(Worded::isOpen).isPresent())
                .flatMap(part -> accepts.card(part).stream())
                .filter(card -> card.maker() == CardAt.Maker.PARVIS)
                .map(CardAt::url);
    }

    private Map<String, Card> found(Set<String> urls) {
        var found = new HashMap<String, Card>();
        cards.read(urls).forEach((url, read) -> {
            if (read instanceof Cards.Read.Found(var card)) {
                found.put(url, card);
            }
        });
        return found;
    }
}
