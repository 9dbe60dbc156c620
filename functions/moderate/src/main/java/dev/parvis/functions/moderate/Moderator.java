package dev.parvis.functions.moderate;

import dev.parvis.domain.agenda.Claim;
import dev.parvis.domain.agenda.Written;
import dev.parvis.domain.items.Handling;
import dev.parvis.domain.items.Interaction;
import dev.parvis.domain.mentions.Watching;
import dev.parvis.domain.moderation.Acting;
import dev.parvis.domain.moderation.Action;
import dev.parvis.domain.moderation.Decision;
import dev.parvis.domain.moderation.Rule;
import dev.parvis.domain.moderation.Rules;
import dev.parvis.domain.replies.AutomaticReplies;
import dev.parvis.domain.replies.AutomaticReplies.Replied;

/**
 * Looks at one interaction with its brand's watch, decides on it by its brand's rules, and has the decision carried out.
 * The watch comes first: what was said was said, also when it is deleted. What is new no more waits for what became of its
 * answers.
 */
final class Moderator {
    private final Watching watching;
    private final Rules rules;
    private final Deeds deeds;
    private final FollowUp followUp;
    private final Outcomes outcomes;

    /** By whom decisions are carried out. */
    record Deeds(Acting acting, AutomaticReplies replies) {}

    Moderator(Watching watching, Rules rules, Deeds deeds, FollowUp followUp, Outcomes outcomes) {
        this.watching = watching;
        this.rules = rules;
        this.deeds = deeds;
        this.followUp = followUp;
        this.outcomes = outcomes;
    }

    void moderate(Claim<Interaction> claim) {
        if (claim.work().handling() != Handling.NEW || followUp.isAnswered(claim.work())) {
            followUp.look(claim);
            return;
        }
        decide(claim);
    }

    private void decide(Claim<Interaction> claim) {
        var interaction = claim.work();
        if (watching.look(interaction)) {
            outcomes.mentioned(claim);
        }
        switch (Decision.on(interaction.item(), rules.of(interaction.workspace(), interaction.brand()))) {
            case Decision.NoRule() -> outcomes.decided(claim, Handling.ALLOWED, "", "no rule holds");
            case Decision.ByRule(var rule) -> byRule(claim, rule);
        }
    }

    private void byRule(Claim<Interaction> claim, Rule rule) {
        switch (rule.action()) {
            case ALLOW -> outcomes.decided(claim, Handling.ALLOWED, rule.id().value(), rule.name());
            case QUEUE -> outcomes.decided(claim, Handling.QUEUED, rule.id().value(), rule.name());
            case HIDE -> act(claim, rule, Action.HIDE, Handling.HIDDEN);
            case DELETE -> act(claim, rule, Action.DELETE, Handling.DELETED);
            case REPLY -> reply(claim, rule);
        }
    }

    private void act(Claim<Interaction> claim, Rule rule, Action action, Handling done) {
        switch (deeds.acting().on(claim.work(), action)) {
            case Acting.Acted.Done() -> outcomes.decided(claim, done, rule.id().value(), rule.name());
            case Acting.Acted.NotPossible(var reason) ->
                outcomes.decided(claim, Handling.QUEUED, rule.id().value(), rule.name() + ": " + reason);
            case Acting.Acted.Later(var reason) -> outcomes.later(claim, rule, reason);
        }
    }

    /** What cannot be replied to by a rule is a person's, with the reason. */
    private void reply(Claim<Interaction> claim, Rule rule) {
        switch (deeds.replies().reply(claim, rule)) {
            case Replied.Made(var answered, var post) -> {
                if (outcomes.answered(claim, answered, rule, post) == Written.FENCED_OFF) {
                    followUp.overtaken(answered);
                }
            }
            case Replied.NotPossible(var reason) ->
                outcomes.decided(claim, Handling.QUEUED, rule.id().value(), rule.name() + ": " + reason);
            case Replied.Overtaken() -> outcomes.overtaken(claim);
        }
    }
}
