package dev.parvis.domain.answers;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.parvis.domain.audit.Audit;
import dev.parvis.domain.audit.AuditEntry;
import dev.parvis.domain.brands.Brand;
import dev.parvis.domain.channels.Channel;
import dev.parvis.domain.items.Interaction;
import dev.parvis.domain.moderation.RuleId;
import dev.parvis.domain.posts.Answered;
import dev.parvis.domain.posts.Content;
import dev.parvis.domain.posts.Hold;
import dev.parvis.domain.posts.Holds;
import dev.parvis.domain.posts.Passes;
import dev.parvis.domain.posts.Plan;
import dev.parvis.domain.posts.Post;
import dev.parvis.domain.posts.PostId;
import dev.parvis.domain.posts.PostWithTargets;
import dev.parvis.domain.posts.Posts;
import dev.parvis.domain.posts.Schedule;
import dev.parvis.domain.posts.Seal;
import dev.parvis.domain.posts.Target;
import dev.parvis.domain.stored.Change;
import dev.parvis.domain.workspaces.Permission;

/** Answers what somebody wrote. What may be said is asked of the network before, with what {@link #planned} gives. */
public final class Answers {
    private static final String RULE = "rule/";

    private final Posts posts;
    private final Holds holds;
    private final Audit audit;
    private final InstantSource clock;

    /**
     * @param channel that the interaction is addressed to
     * @param content as it was typed; what it answers is set here
     * @param at when it is to go out; now, where it is empty or past
     */
    public record Order(
            PostId post,
            Interaction interaction,
            Brand brand,
            Channel channel,
            Content content,
            Optional<Instant> at,
            String by) {
        public Order {
            if (!interaction.channel().equals(channel.id())
                    || !interaction.brand().equals(brand.id())) {
                throw new IllegalArgumentException("an interaction is answered on its own channel");
            }
        }
    }

    public Answers(Posts posts, Holds holds, Audit audit, InstantSource clock) {
        this.posts = posts;
        this.holds = holds;
        this.audit = audit;
        this.clock = clock;
    }

    /** The id of what rules answer to this interaction: there is one such answer at most. */
    public static PostId automatic(Interaction interaction) {
        return new PostId("auto-" + interaction.id());
    }

    /** Who says what a rule answers. */
    public static String by(RuleId rule) {
        return RULE + rule;
    }

    /** Whether nobody typed it. */
    public static boolean isAutomatic(Post post) {
        return post.isAnswer() && post.createdBy().startsWith(RULE);
    }

    /** The answer as it would be kept, its links tagged: to be shown, and checked. */
    public PostWithTargets planned(Order order) {
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var at = order.at().filter(wanted -> wanted.isAfter(now)).orElse(now);
        var content = order.content().answering(Optional.of(Answered.to(order.interaction())));
        var post = new Post(
                order.interaction().workspace(),
                order.post(),
                order.brand().id(),
                content,
                Optional.of(schedule(at, order.brand().zone())),
                1,
                order.by(),
                now,
                1);
        return Plan.of(post, order.brand(), List.of(order.channel()), Optional.empty());
    }

    private static Schedule schedule(Instant at, ZoneId zone) {
        return new Schedule(at.atZone(zone).toLocalDateTime(), zone, at);
    }

    /**
     * Keeps what a rule answers. A conflict with what is there when it has answered already; a stop that stands at its time
     * holds it.
     */
    public Change<PostWithTargets> keep(PostWithTargets planned) {
        return posts.create(planned.post(), planned.targets());
    }

    /**
     * The same, allowed to go out under every stop that covers it now. The trail says so first; whoever calls has found
     * that {@code by} holds {@link Permission#CRISIS_ANSWER}. Kept with {@link Posts#create} or, of an answer that was typed
     * anew, {@link Posts#change}: an edit that does not ask again voids it.
     */
    public PostWithTargets duringStops(PostWithTargets planned, String by) {
        return new PostWithTargets(
                planned.post(),
                planned.targets().stream()
                        .map(target -> allowed(planned.post(), target, by))
                        .toList());
    }

    private Target allowed(Post post, Target target, String by) {
        var over = holds.stops(target.workspace()).over(target.brand(), target.network());
        over.forEach(hold -> audit.add(entry(hold, target, Seal.of(post.content(), target), by)));
        return target.passing(Passes.under(by, over));
    }

    private AuditEntry entry(Hold hold, Target target, String seal, String by) {
        return new AuditEntry(
                target.workspace(),
                "hold." + hold.name().replace('/', '.') + ".answer." + seal,
                clock.instant(),
                by,
                "answer.allowed",
                "post/" + target.post(),
                "",
                Map.of(
                        "permission", Permission.CRISIS_ANSWER.wire(),
                        "hold", hold.name(),
                        "seal", seal,
                        "channel", target.channel().value()));
    }
}
