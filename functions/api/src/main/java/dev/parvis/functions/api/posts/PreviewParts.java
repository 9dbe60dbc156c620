package dev.parvis.functions.api.posts;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.parvis.domain.cards.Card;
import dev.parvis.domain.cards.CardAt;
import dev.parvis.domain.cards.Cards;
import dev.parvis.domain.cards.Worded;
import dev.parvis.domain.media.Fitness;
import dev.parvis.domain.media.Media;
import dev.parvis.domain.media.Original;
import dev.parvis.domain.media.Stills;
import dev.parvis.domain.networks.Publishes;
import dev.parvis.domain.posts.Content;
import dev.parvis.kernel.json.Json;

/** What stands under the text of each part, as it will look: the card, the images as they will be made, the video, the poll. */
final class PreviewParts {
    private final Function<String, Optional<Media>> library;
    private final Content typed;
    private final Map<String, Optional<Media>> found = new HashMap<>();
    private Map<String, Cards.Read> pages = Map.of();

    /**
     * @param library finds media of the brand
     * @param typed the post; its links are read as they are typed, so that nobody counts us as a visitor of the campaign
     */
    PreviewParts(Function<String, Optional<Media>> library, Content typed) {
        this.library = library;
        this.typed = typed.untagged();
    }

    /** Reads all pages that any channel makes a card of, at once. */
    PreviewParts reading(Cards cards, List<Preflight.Verdict> verdicts) {
        var urls = verdicts.stream()
                .flatMap(verdict -> IntStream.range(0, verdict.said().size())
                        .filter(number -> !isWorded(verdict, number))
                        .boxed()
                        .flatMap(number -> card(verdict, number).stream()))
                .map(CardAt::url)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        if (!urls.isEmpty()) {
            pages = cards.read(urls);
        }
        return this;
    }

    private Content part(Preflight.Verdict verdict, int number) {
        return typed.on(verdict.channel().network()).part(number);
    }

    private Optional<CardAt> card(Preflight.Verdict verdict, int number) {
        return verdict.accepts().card(part(verdict, number));
    }

    /** A card of ours whose words a person has typed. */
    private boolean isWorded(Preflight.Verdict verdict, int number) {
        var part = part(verdict, number);
        return card(verdict, number)
                .filter(card -> card.maker() == CardAt.Maker.PARVIS)
                .flatMap(_ -> part.link())
                .filter(link -> !Worded.isOpen(link))
                .isPresent();
    }

    /** {@code json} with what stands under this part's text. */
    Json.Obj with(Json.Obj json, Preflight.Verdict verdict, int number) {
        var part = verdict.said().part(number);
        return json.with(
                        "card",
                        card(verdict, number)
                                .map(card -> card(card, verdict, number))
                                .orElse(Json.absent()))
                .with(
                        "images",
                        part.images().stream()
                                .map(image -> image(verdict, image))
                                .toList())
                .with("video", part.video().map(this::video).orElse(Json.absent()))
                .with("poll", part.poll().map(PreviewParts::poll).orElse(Json.absent()));
    }

    private Json card(CardAt at, Preflight.Verdict verdict, int number) {
        var json = Json.obj("url", at.url(), "madeBy", at.maker() == CardAt.Maker.PARVIS ? "parvis" : "network");
        if (isWorded(verdict, number)) {
            var link = part(verdict, number).link().orElseThrow();
            return json.with("state", "typed").with("title", link.title()).with("description", link.description());
        }
        return switch (pages.get(at.url())) {
            case Cards.Read.Found(var card) -> card(json.with("state", "fetched"), card);
            case Cards.Read.NotRead(var code, var detail) ->
                json.with("state", "not_fetched").with("reason", Json.obj("code", code, "detail", detail));
            case null -> throw new IllegalStateException("nobody read a page that stands under a part");
        };
    }

    private static Json card(Json.Obj json, Card card) {
        return json.with("title", card.title())
                .with("description", card.description())
                .with("image", card.image().<Object>map(url -> url).orElse(Json.absent()))
                .with("canonical", card.canonical().<Object>map(url -> url).orElse(Json.absent()));
    }

    private Json image(Preflight.Verdict verdict, Content.Image image) {
        var json = Json.obj("media", image.mediaId(), "alt", image.alt());
        return media(image.mediaId())
                .flatMap(media -> media.original().flatMap(original -> sent(verdict, media, original)))
                .map(sent -> json.with("sent", sent))
                .orElse(json);
    }

    /** Where a person posts by hand nothing is made; what cannot be made is a violation. */
    private Optional<Json> sent(Preflight.Verdict verdict, Media media, Original original) {
        if (media.isVideo()
                || Fitness.of(media, verdict.limits()).isPresent()
                || !(verdict.accepts() instanceof Publishes publishes)) {
            return Optional.empty();
        }
        var size = publishes.imageSize(verdict.connection());
        var outlook = size.outlook(media.type(), media.bytes(), original.width(), original.height());
        var sent = Json.obj(
                "asIs", outlook.asIs(),
                "width", outlook.width(),
                "height", outlook.height(),
                "cropped", outlook.cropped(),
                "mostBytes", size.bytes());
        return Optional.of(
                media.moves() ? sent.with("moves", Stills.of(media, size).isEmpty()) : sent);
    }

    /** Each picture of a part that moves, and will not there. */
    Stream<Publishes.Violation> stills(Preflight.Verdict verdict, Content part) {
        return verdict.accepts() instanceof Publishes publishes
                        && part.images().stream().anyMatch(image -> media(image.mediaId())
                                .filter(Media::moves)
                                .isPresent())
                ? Stills.of(part, publishes.imageSize(verdict.connection()), this::media).stream()
                : Stream.of();
    }

    private Optional<Media> media(String id) {
        return found.computeIfAbsent(id, library);
    }

    private Json video(Content.Video video) {
        var json = Json.obj("media", video.mediaId(), "alt", video.alt());
        return media(video.mediaId())
                .map(media -> json.with("type", media.type())
                        .with("bytes", media.bytes())
                        .with("seconds", seconds(media)))
                .orElse(json);
    }

    private static Json seconds(Media media) {
        return media.original()
                .map(Original::length)
                .filter(length -> !length.isZero())
                .<Json>map(length -> Json.of(length.plusMillis(999).toSeconds()))
                .orElse(Json.absent());
    }

    private static Json poll(Content.Poll poll) {
        return Json.obj("options", poll.options(), "openMinutes", poll.open().toMinutes(), "multiple", poll.multiple());
    }

    /** Each image and video of a part that says nothing to who cannot see it, as a hint. */
    static Stream<Publishes.Violation> undescribed(Content part) {
        var images = IntStream.range(0, part.images().size())
                .filter(number -> part.images().get(number).alt().isBlank())
                .mapToObj(number -> new Publishes.Violation(
                        "/images/" + number,
                        "alt_missing",
                        "Image " + (number + 1) + " does not say what it shows, for who cannot see it."));
        var video = part.video().stream()
                .filter(there -> there.alt().isBlank())
                .map(_ -> new Publishes.Violation(
                        "/video", "alt_missing", "The video does not say what it shows, for who cannot see it."));
        return Stream.concat(images, video);
    }
}
