package dev.parvis.domain.items;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import dev.parvis.domain.agenda.Work;
import dev.parvis.domain.brands.BrandId;
import dev.parvis.domain.channels.ChannelId;
import dev.parvis.domain.workspaces.WorkspaceId;

/**
 * An item addressed to one of our channels. {@code reason} says why it stands where it stands: the rule's name or a
 * person's word; empty while new.
 *
 * @param answers the posts that answer it, the first one first, {@value #MOST_ANSWERS} at most
 */
public record Interaction(
        Item item,
        BrandId brand,
        ChannelId channel,
        Handling handling,
        String reason,
        List<Answer> answers,
        long version)
        implements Work {
    /** More is a conversation, which goes on under the answers. */
    public static final int MOST_ANSWERS = 10;
    /** How long after an answer is begun somebody looks what became of it; longer than a call of ours may take. */
    public static final Duration LOOKED_AFTER = Duration.ofMinutes(2);

    public Interaction {
        answers = List.copyOf(answers);
        if (answers.size() > MOST_ANSWERS) {
            throw new IllegalArgumentException("an interaction has at most " + MOST_ANSWERS + " answers");
        }
    }

    /** One that nobody has answered. */
    public Interaction(Item item, BrandId brand, ChannelId channel, Handling handling, String reason, long version) {
        this(item, brand, channel, handling, reason, List.of(), version);
    }

    @Override
    public WorkspaceId workspace() {
        return item.key().workspace();
    }

    /** The interaction's id in its workspace. */
    @Override
    public String id() {
        return item.key().digest();
    }

    public Interaction handled(Handling now, String why) {
        return new Interaction(item, brand, channel, now, why, answers, version + 1);
    }

    /** Answered by this post; what is known of it already is known no better, unless that was that it is not out. */
    public Interaction answering(String post, Instant at, String why) {
        var more = new ArrayList<>(answers);
        if (!answer(post).map(Answer::counts).orElse(false)) {
            more.removeIf(there -> there.post().equals(post));
            more.add(Answer.begun(post, at));
        }
        return having(more).handled(Handling.ANSWERED, why);
    }

    /** Knowing this of its answers: in the queue again, if it stood as answered and none counts any more. */
    public Interaction knowing(List<Answer> known, String why) {
        var now = having(known);
        return handling == Handling.ANSWERED && !now.isAnswered() ? now.handled(Handling.QUEUED, why) : now;
    }

    /** The same, of the same version, knowing what became of its answers. */
    public Interaction having(List<Answer> known) {
        return new Interaction(item, brand, channel, handling, reason, known, version);
    }

    public Optional<Answer> answer(String post) {
        return answers.stream().filter(answer -> answer.post().equals(post)).findFirst();
    }

    /** Whether an answer is out, or may still be. */
    public boolean isAnswered() {
        return answers.stream().anyMatch(Answer::counts);
    }

    /** Whether every answer of the stored one is known to this one: a rule may have begun one since it was read. */
    public boolean knowsAnswersOf(Interaction stored) {
        return stored.answers.stream().allMatch(theirs -> answer(theirs.post()).isPresent());
    }

    /** When the first answer went out, as far as it is known. */
    public Optional<Instant> answeredAt() {
        return answers.stream()
                .flatMap(answer -> answer.fate() instanceof Answer.Fate.Out(var at) ? Stream.of(at) : Stream.empty())
                .min(Comparator.naturalOrder());
    }

    /** When it is to be looked at, after a person has written it now: for the rules, or for what became of an answer. */
    public Optional<Instant> lookedAt(Instant now) {
        if (handling == Handling.NEW) {
            return Optional.of(now);
        }
        return answers.stream().anyMatch(Answer::isUnderWay) ? Optional.of(now.plus(LOOKED_AFTER)) : Optional.empty();
    }
}
