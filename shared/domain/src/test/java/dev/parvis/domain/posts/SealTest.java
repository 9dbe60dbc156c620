package dev.parvis.domain.posts;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import dev.parvis.domain.Fixtures;
import dev.parvis.domain.brands.Approving.Policy;
import dev.parvis.domain.brands.Brand;
import dev.parvis.domain.brands.BrandId;
import dev.parvis.domain.channels.Channel;
import dev.parvis.domain.channels.ChannelId;
import dev.parvis.domain.items.ItemKind;
import dev.parvis.domain.networks.NetworkId;
import dev.parvis.domain.posts.Content.Image;
import dev.parvis.domain.posts.Content.Link;
import dev.parvis.domain.workspaces.WorkspaceId;

import static dev.parvis.domain.Fixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;

/** What an approval is bound to: every letter, channel and second, and nothing else. */
class SealTest {
    private static final WorkspaceId WORKSPACE = new WorkspaceId("w");
    private static final Content CONTENT = new Content(
            "Du pain",
            Optional.of(new Link("https://example.org/", "Titre", "Texte")),
            List.of(new Image("m1", "Une vitrine"), new Image("m2", "Un four")),
            "fr");

    private static final Content FULL = new Content(
            CONTENT.text(),
            CONTENT.link(),
            CONTENT.images(),
            "fr",
            Optional.of(new Content.Video("v1", "Un four")),
            Optional.of(new Content.Poll(List.of("Oui", "Non"), Duration.ofHours(24), true)),
            List.of(
                    new Content.Part(
                            Content.Kind.THREAD,
                            "Et du lait",
                            Optional.of(new Link("https://example.org/2", "", "")),
                            List.of()),
                    new Content.Part(Content.Kind.COMMENT, "Un mot", Optional.empty(), List.of(new Image("m4", "")))),
            Map.of());

    private static Target target(Brand brand, String channel) {
        var post = new Post(
                WORKSPACE,
                new PostId("p"),
                brand.id(),
                CONTENT,
                Fixtures.post(WORKSPACE, brand.id(), NOON).schedule(),
                1,
                "lea",
                NOON,
                1);
        return Fixtures.target(post, new ChannelId(channel));
    }

    private static final Brand BRAND = Fixtures.brand(WORKSPACE, new BrandId("b"), Policy.CLIENT);
    private static final Target TARGET = target(BRAND, "c");

    static Stream<Arguments> edits() {
        var link = CONTENT.link();
        return Stream.of(
                Arguments.of("text", new Content("Du pain ", link, CONTENT.images(), "fr")),
                Arguments.of("text's form", new Content("Du paín", link, CONTENT.images(), "fr")),
                Arguments.of("no link", new Content("Du pain", Optional.empty(), CONTENT.images(), "fr")),
                Arguments.of("url", linked(new Link("https://example.org/x", "Titre", "Texte"))),
                Arguments.of("title", linked(new Link("https://example.org/", "Titres", "Texte"))),
                Arguments.of("description", linked(new Link("https://example.org/", "Titre", "Textes"))),
                Arguments.of("a letter moved", linked(new Link("https://example.org/", "TitreT", "exte"))),
                Arguments.of("no image", pictured(List.of())),
                Arguments.of(
                        "another image", pictured(List.of(new Image("m3", "Une vitrine"), new Image("m2", "Un four")))),
                Arguments.of(
                        "another order", pictured(List.of(new Image("m2", "Un four"), new Image("m1", "Une vitrine")))),
                Arguments.of("alt", pictured(List.of(new Image("m1", "Une vitrine."), new Image("m2", "Un four")))),
                Arguments.of("language", new Content("Du pain", link, CONTENT.images(), "en")),
                Arguments.of("video, poll and parts", FULL),
                Arguments.of("its own text", varied(Fixtures.SANDBOX)));
    }

    private static Content varied(NetworkId network) {
        var own = new Content.Variant(Optional.of("Du beurre"), Optional.empty(), Optional.empty());
        return new Content(
                CONTENT.text(),
                CONTENT.link(),
                CONTENT.images(),
                "fr",
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Map.of(network, own));
    }

    /** Who approved one network's text has said nothing of another's. */
    @Test
    void what_another_network_says_is_no_part_of_a_seal() {
        assertThat(Seal.of(varied(new NetworkId("mastodon")), TARGET)).isEqualTo(Seal.of(CONTENT, TARGET));
    }

    private static Content answering(String item, String handle) {
        return CONTENT.answering(Optional.of(new Answered("i", ItemKind.REPLY, item, "https://a.example/42", handle)));
    }

    @Test
    void what_is_answered_and_who_is_named_are_part_of_an_answers_seal() {
        assertThat(Stream.of(CONTENT, answering("42", "alice"), answering("43", "alice"), answering("42", "bob"))
                        .map(content -> Seal.of(content, TARGET)))
                .doesNotHaveDuplicates();
    }

    private static Content linked(Link link) {
        return new Content("Du pain", Optional.of(link), CONTENT.images(), "fr");
    }

    private static Content pictured(List<Image> images) {
        return new Content("Du pain", CONTENT.link(), images, "fr");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("edits")
    void every_edit_of_the_content_makes_another_seal(String what, Content edited) {
        var cleared = TARGET.cleared(Seal.of(CONTENT, TARGET));

        assertThat(Seal.of(edited, TARGET)).as(what).isNotEqualTo(Seal.of(CONTENT, TARGET));
        assertThat(Seal.holds(CONTENT, cleared)).isTrue();
        assertThat(Seal.holds(edited, cleared)).isFalse();
    }

    @Test
    void another_time_window_channel_brand_or_post_makes_another_seal() {
        var later = new Target(
                WORKSPACE,
                TARGET.post(),
                TARGET.channel(),
                TARGET.brand(),
                TARGET.network(),
                1,
                TargetState.SCHEDULED,
                NOON.plusSeconds(1),
                TARGET.lateness(),
                0,
                "",
                Optional.empty(),
                Optional.empty());
        var wider = new Target(
                WORKSPACE,
                TARGET.post(),
                TARGET.channel(),
                TARGET.brand(),
                TARGET.network(),
                1,
                TargetState.SCHEDULED,
                NOON,
                TARGET.lateness().plus(Duration.ofSeconds(1)),
                0,
                "",
                Optional.empty(),
                Optional.empty());
        var elsewhere = target(BRAND, "d");
        var ofOther = target(Fixtures.brand(WORKSPACE, new BrandId("b2"), Policy.CLIENT), "c");

        assertThat(Stream.of(TARGET, later, wider, elsewhere, ofOther).map(target -> Seal.of(CONTENT, target)))
                .doesNotHaveDuplicates();
        assertThat(Seal.of(CONTENT, List.of(TARGET, elsewhere)))
                .isEqualTo(Seal.of(CONTENT, List.of(elsewhere, TARGET)))
                .isNotEqualTo(Seal.of(CONTENT, List.of(TARGET)));
    }

    /** What states, tries and revisions do is not what was approved. */
    @Test
    void where_a_target_stands_is_no_part_of_its_seal() {
        assertThat(Seal.of(CONTENT, TARGET.of(7).prepared().awaiting("x"))).isEqualTo(Seal.of(CONTENT, TARGET));
    }

    /** Computed by another program from the documented form, so that the form cannot drift. */
    @Test
    void the_canonical_form_is_the_documented_one() {
        assertThat(Seal.of(CONTENT, TARGET))
                .isEqualTo("f60941956387cce64f99d4d1b9b11812c73a9e113057b0907b7cc00849620cf0");
        assertThat(Seal.of(FULL, TARGET)).isEqualTo("fd7ed634c2395b19708292ef901795f458c7a5a802731ced13400b9edc745edb");
        assertThat(Seal.of(answering("42", "alice@a.example"), TARGET))
                .isEqualTo("7ccbea59437fb95b32ed312353295db1669869c39a9522d3edbbae0e0d4e5716");
    }

    @Test
    void saving_again_keeps_what_was_decided_unless_it_was_refused_or_something_changed() {
        var channel = Fixtures.channel(WORKSPACE, BRAND.id(), new ChannelId("c"));
        var asked = Plan.of(Fixtures.post(WORKSPACE, BRAND.id(), NOON), BRAND, List.of(channel), Optional.empty());
        var approval = asked.post().approval().orElseThrow();
        var granted = decided(approval, Approval.Verdict.APPROVED);
        var refused = decided(approval, Approval.Verdict.REFUSED);

        assertThat(again(asked, channel, granted).post().approval()).contains(granted);
        assertThat(again(asked, channel, granted).targets())
                .extracting(Target::state)
                .containsExactly(TargetState.SCHEDULED);
        assertThat(again(asked, channel, refused)).isEqualTo(asked);
        var stricter = Fixtures.brand(WORKSPACE, BRAND.id(), Policy.BOTH);
        assertThat(Plan.of(asked.post(), stricter, List.of(channel), Optional.of(granted))
                        .targets())
                .extracting(Target::state)
                .containsExactly(TargetState.APPROVAL);
    }

    private static PostWithTargets again(PostWithTargets asked, Channel channel, Approval before) {
        return Plan.of(asked.post(), BRAND, List.of(channel), Optional.of(before));
    }

    private static Approval decided(Approval approval, Approval.Verdict verdict) {
        return approval.decided(Approval.Part.CLIENT, new Approval.Decision(verdict, "x", NOON));
    }

    @Test
    void drafts_and_brands_that_ask_nobody_need_no_approval() {
        var channel = Fixtures.channel(WORKSPACE, BRAND.id(), new ChannelId("c"));
        var draft = Plan.of(Fixtures.draft(WORKSPACE, BRAND.id()), BRAND, List.of(channel), Optional.empty());
        var free = Fixtures.brand(WORKSPACE, BRAND.id());
        var plain = Plan.of(Fixtures.post(WORKSPACE, BRAND.id(), NOON), free, List.of(channel), Optional.empty());

        assertThat(draft.post().approval()).isEmpty();
        assertThat(draft.targets()).extracting(Target::state).containsExactly(TargetState.DRAFT);
        assertThat(plain.post().approval()).isEmpty();
        assertThat(plain.targets()).extracting(Target::state).containsExactly(TargetState.SCHEDULED);
        assertThat(plain.targets()).extracting(Target::seal).containsExactly("");
    }
}
