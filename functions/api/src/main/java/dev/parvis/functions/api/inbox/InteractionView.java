package dev.parvis.functions.api.inbox;

import java.time.InstantSource;
import java.util.Locale;

import dev.parvis.domain.answers.Answers;
import dev.parvis.domain.items.Answer;
import dev.parvis.domain.items.Interaction;
import dev.parvis.domain.posts.PostId;
import dev.parvis.domain.posts.PostWithTargets;
import dev.parvis.domain.posts.Posts;
import dev.parvis.domain.posts.Publication;
import dev.parvis.domain.posts.Target;
import dev.parvis.domain.replies.Fates;
import dev.parvis.kernel.json.Json;
import dev.parvis.kernel.time.Times;

/** Interactions with their answers, as the API shows them. */
final class InteractionView {
    private final Posts posts;
    private final InstantSource clock;

    InteractionView(Posts posts, InstantSource clock) {
        this.posts = posts;
        this.clock = clock;
    }

    /** As it is kept: what became of its answers is as old as the last look, minutes or hours. */
    static Json.Obj kept(Interaction interaction) {
        return ItemJson.of(interaction)
                .with(
                        "answers",
                        interaction.answers().stream()
                                .map(answer -> answer(answer, answer.fate()))
                                .toList())
                .with("answeredAt", answeredAt(interaction));
    }

    /** As it is now: each answer's post is read. */
    Json.Obj now(Interaction interaction) {
        var seen = Fates.seen(interaction, posts, clock.instant());
        return ItemJson.of(interaction)
                .with(
                        "answers",
                        seen.answers().stream()
                                .map(answer -> answer(interaction, answer))
                                .toList())
                .with("answeredAt", answeredAt(seen));
    }

    private static Json answeredAt(Interaction interaction) {
        return interaction.answeredAt().map(at -> Json.of(Times.format(at))).orElse(Json.absent());
    }

    private Json answer(Interaction interaction, Answer answer) {
        var json = answer(answer, answer.fate());
        return posts.find(interaction.workspace(), new PostId(answer.post()))
                .map(whole -> whole(json, whole))
                .orElse(json);
    }

    private static Json.Obj whole(Json.Obj json, PostWithTargets whole) {
        var post = whole.post();
        var target = whole.targets().stream().findFirst();
        return json.with("by", post.createdBy())
                .with("automatic", Answers.isAutomatic(post))
                .with("text", post.content().text())
                .with(
                        "target",
                        target.map(there -> there.state().name().toLowerCase(Locale.ROOT))
                                .orElse(""))
                .with("reason", target.map(Target::reason).orElse(""))
                .with(
                        "url",
                        target.flatMap(Target::publication)
                                .map(Publication::url)
                                .orElse(""));
    }

    private static Json.Obj answer(Answer answer, Answer.Fate fate) {
        var json = Json.obj(
                "post",
                answer.post(),
                "begunAt",
                Times.format(answer.begunAt()),
                "state",
                state(fate),
                "outAt",
                out(fate));
        return json;
    }

    private static String state(Answer.Fate fate) {
        return switch (fate) {
            case Answer.Fate.UnderWay _ -> "under_way";
            case Answer.Fate.Out _ -> "out";
            case Answer.Fate.NotOut _ -> "not_out";
        };
    }

    private static Json out(Answer.Fate fate) {
        return fate instanceof Answer.Fate.Out(var at) ? Json.of(Times.format(at)) : Json.absent();
    }
}
