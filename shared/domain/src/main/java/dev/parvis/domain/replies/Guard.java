package dev.parvis.domain.replies;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

import dev.parvis.domain.channels.Channel;
import dev.parvis.domain.channels.Channels;
import dev.parvis.domain.items.Author;
import dev.parvis.domain.items.Interaction;
import dev.parvis.domain.posts.Posts;
import dev.parvis.domain.posts.Target;
import dev.parvis.domain.replies.Regular.Turn;
import dev.parvis.domain.stored.Change;
import dev.parvis.domain.stored.PageRequest;

/** Keeps rules from replying to machines, to themselves, and to what is over: see the package's story. */
final class Guard {
    /** What is older was found by a channel's first import, or after an outage: nobody waits for a machine's word on it. */
    static final Duration FRESH = Duration.ofDays(1);

    private static final int MOST_CHANNELS = 1_000;
    private static final int MOST_ROUNDS = 8;

    private final Channels channels;
    private final Posts posts;
    private final Regulars regulars;
    private final Pace pace;

    Guard(AutomaticReplies.Stores stores) {
        this.channels = stores.channels();
        this.posts = stores.posts();
        this.regulars = stores.regulars();
        this.pace = stores.pace();
    }

    /** Why a rule may not reply to it, whatever it would say; empty when it may. */
    Optional<String> refusal(Interaction interaction, Instant now) {
        var item = interaction.item();
        if (author(item.author()).isEmpty()) {
            return Optional.of("the network does not say who wrote it");
        }
        if (item.publishedAt().plus(FRESH).isBefore(now)) {
            return Optional.of("it is older than a day");
        }
        return isOurs(interaction) ? Optional.of("an account of this workspace wrote it") : Optional.empty();
    }

    /**
     * Takes a place in the channel's hour and then the author's turn, unless it is not the time: empty when this turn is taken,
     * by this run or by one that died. One conditional write each: of two replies to the same person one is refused.
     */
    Optional<String> taken(Interaction interaction, Turn turn) {
        var key = Hashes.of(
                interaction.item().key().network().value(),
                author(interaction.item().author()));
        for (var round = 0; round < MOST_ROUNDS; round++) {
            var regular = regulars.find(interaction.workspace(), interaction.channel(), key)
                    .orElseGet(() -> Regular.unknown(interaction.workspace(), interaction.channel(), key));
            if (regular.has(turn)) {
                return Optional.empty();
            }
            var refusal = regular.refusal(turn)
                    .or(() -> answersReply(interaction, regular))
                    .or(() -> tooMany(interaction, turn));
            if (refusal.isPresent()) {
                return refusal;
            }
            if (regulars.write(regular.taking(turn)) instanceof Change.Done) {
                return Optional.empty();
            }
        }
        throw new IllegalStateException("too many replies at once to the author of interaction " + interaction.id());
    }

    /** Asked last: what is refused for another reason takes nobody's place. */
    private Optional<String> tooMany(Interaction interaction, Turn turn) {
        return pace.takes(interaction.workspace(), interaction.channel(), turn.at(), interaction.id())
                ? Optional.empty()
                : Optional.of("rules have replied " + Pace.MOST_AN_HOUR + " times on this channel within the hour");
    }

    /** Whether it answers something that a rule said to the same person. */
    private Optional<String> answersReply(Interaction interaction, Regular regular) {
        return interaction
                .item()
                .parent()
                .flatMap(parent -> regular.turns().stream()
                                .flatMap(turn -> posts.find(interaction.workspace(), turn.post()).stream())
                                .flatMap(whole -> whole.targets().stream())
                                .flatMap(Target::owned)
                                .anyMatch(where -> where.nativeId().equals(parent))
                        ? Optional.of("it answers what a rule replied to them")
                        : Optional.empty());
    }

    /** By the network's id or by the name people call it; another brand's account is as much ours as this one's. */
    private boolean isOurs(Interaction interaction) {
        var network = interaction.item().key().network();
        var author = interaction.item().author();
        var next = Optional.<String>empty();
        var read = 0;
        do {
            var page = channels.list(interaction.workspace(), new PageRequest(PageRequest.MOST, next));
            if (page.items().stream().anyMatch(channel -> channel.network().equals(network) && is(channel, author))) {
                return true;
            }
            read += page.items().size();
            next = page.next();
        } while (next.isPresent() && read < MOST_CHANNELS);
        return false;
    }

    private static boolean is(Channel channel, Author author) {
        return (!author.nativeId().isEmpty() && author.nativeId().equals(channel.account()))
                || (!author.handle().isEmpty() && plain(author.handle()).equals(plain(channel.handle())));
    }

    private static String plain(String handle) {
        var lower = handle.strip().toLowerCase(Locale.ROOT);
        return lower.startsWith("@") ? lower.substring(1) : lower;
    }

    private static String author(Author author) {
        return author.nativeId().isEmpty() ? plain(author.handle()) : author.nativeId();
    }
}
