package dev.parvis.functions.api;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import dev.parvis.domain.brands.BrandId;
import dev.parvis.domain.posts.Hold;
import dev.parvis.domain.workspaces.Member;
import dev.parvis.domain.workspaces.Role;
import dev.parvis.functions.api.Document.Operation;
import dev.parvis.kernel.http.in.Problem;
import dev.parvis.kernel.http.in.Response;
import dev.parvis.kernel.json.Json;

import static org.assertj.core.api.Assertions.assertThat;

/** Roles on single brands, tried on every route there is: what lies on another brand looks as if it did not exist. */
class BrandRolesTest {
    private static final Document DOCUMENT = Document.read();
    private static final BrandId NEIGHBOUR = new BrandId("01KAJ3S0B4F9K2D7G5H8J1M3NZ");
    private static final String SOMEBODY = "auth0|somebody";
    /** What every member may call, and is shown their own part of. */
    private static final Set<String> SHOWN =
            Set.of("readWorkspace", "listBrands", "listChannels", "listSources", "listHolds");

    static Stream<Operation> ofWorkspaces() {
        return DOCUMENT.operations().stream().filter(Operation::ofWorkspace);
    }

    private static String id(Operation operation) {
        return operation.json().at("operationId").textOr("");
    }

    private static boolean isOfTheWorkspace(Operation operation) {
        return operation.description().endsWith("of the workspace.");
    }

    private static boolean may(Operation operation, Role role) {
        var takes = operation.description().replaceAll("(?s).*Takes: ", "");
        return takes.equals("any member.") || takes.contains(role.name().toLowerCase(java.util.Locale.ROOT));
    }

    private static Desk desk(Role role, Map<BrandId, Role> brands) {
        var desk = Desk.settled();
        desk.sample.brand(Sample.WORKSPACE, NEIGHBOUR);
        desk.stores.workspaces().admit(new Member(Sample.WORKSPACE, SOMEBODY, role, brands));
        return desk;
    }

    private static Response sent(Desk desk, Operation operation) {
        return Prepared.call(desk, operation, SOMEBODY).send(operation.method(), operation.address(), operation.body());
    }

    @ParameterizedTest
    @MethodSource("ofWorkspaces")
    void a_guest_of_another_brand_finds_nothing(Operation operation) {
        var desk = desk(Role.GUEST, Map.of(NEIGHBOUR, Role.MANAGER));
        Prepared.before(desk, operation);
        var before = shown(desk);

        var answer = sent(desk, operation);

        if (isOfTheWorkspace(operation)) {
            Answers.refused(answer, Problem.Code.FORBIDDEN);
        } else if (SHOWN.contains(id(operation))) {
            assertThat(answer.status()).isEqualTo(200);
        } else {
            nothing(answer);
            assertThat(text(answer)).isEqualTo(text(sentForNothing(desk, operation)));
        }
        assertThat(text(answer))
                .doesNotContain(Sample.BRAND.value())
                .doesNotContain(Sample.CHANNEL.value())
                .doesNotContain("camille@example.org");
        assertThat(shown(desk)).isEqualTo(before);
    }

    private static void nothing(Response answer) {
        if (answer.status() == 422) {
            assertThat(Answers.json(answer).at("errors").items())
                    .extracting(error -> error.at("code").textOr(""))
                    .containsExactly("not_found");
        } else {
            Answers.refused(answer, Problem.Code.NOT_FOUND);
        }
    }

    /** The same, with ids that nobody has ever given. */
    private static Response sentForNothing(Desk desk, Operation operation) {
        var body = new String(operation.body(), StandardCharsets.UTF_8);
        return Prepared.call(desk, operation, SOMEBODY)
                .send(
                        operation.method(),
                        unknown(operation.address()),
                        unknown(body).getBytes(StandardCharsets.UTF_8));
    }

    private static String unknown(String text) {
        return text.replaceAll("01KAJ(?!3Q2W5V8M0N4R6T1X7Y9ZA)[0-9A-Z]{21}", "01KAJ0000000000000000000ZZ")
                .replaceAll("[0-9a-f]{32}", "0123456789abcdef0123456789abcdef");
    }

    @ParameterizedTest
    @MethodSource("ofWorkspaces")
    void a_guest_may_do_on_their_brand_what_their_role_may(Operation operation) {
        for (var role : List.of(Role.MANAGER, Role.WRITER, Role.READER)) {
            var desk = desk(Role.GUEST, Map.of(Sample.BRAND, role));
            Prepared.before(desk, operation);

            var answer = sent(desk, operation);

            if (!isOfTheWorkspace(operation) && may(operation, role)) {
                assertThat(answer.status())
                        .as("%s %s", role, Answers.text(answer))
                        .isEqualTo(operation.success());
            } else {
                Answers.refused(answer, Problem.Code.FORBIDDEN);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("ofWorkspaces")
    void a_manager_who_only_reads_on_a_brand_changes_nothing_there(Operation operation) {
        var desk = desk(Role.MANAGER, Map.of(Sample.BRAND, Role.READER));
        Prepared.before(desk, operation);
        var before = shown(desk);

        var answer = sent(desk, operation);

        var isOnTheBrand = !isOfTheWorkspace(operation) || id(operation).equals("retryStuck");
        if (!may(operation, isOnTheBrand ? Role.READER : Role.MANAGER)) {
            Answers.refused(answer, Problem.Code.FORBIDDEN);
            assertThat(shown(desk)).isEqualTo(before);
        } else {
            assertThat(answer.status()).as(Answers.text(answer)).isEqualTo(operation.success());
        }
    }

    @ParameterizedTest
    @MethodSource("ofWorkspaces")
    void a_reader_of_the_workspace_who_manages_a_brand_may_do_all_there(Operation operation) {
        var desk = desk(Role.READER, Map.of(Sample.BRAND, Role.MANAGER));
        Prepared.before(desk, operation);

        var answer = sent(desk, operation);

        if (may(operation, isOfTheWorkspace(operation) ? Role.READER : Role.MANAGER)) {
            assertThat(answer.status()).as(Answers.text(answer)).isEqualTo(operation.success());
        } else {
            Answers.refused(answer, Problem.Code.FORBIDDEN);
        }
    }

    /** All that the owner sees of the workspace. */
    private static String shown(Desk desk) {
        var shown = new StringBuilder();
        ofWorkspaces()
                .filter(Operation::reads)
                .filter(operation -> !operation.path().endsWith("/files/{file}"))
                .forEach(operation -> shown.append(operation)
                        .append(Answers.text(desk.as(Sample.OWNER).get(operation.address())))
                        .append('\n'));
        return shown.toString();
    }

    private static String text(Response answer) {
        return answer.status() + new String(answer.body(), StandardCharsets.UTF_8);
    }

    @Test
    void lists_hold_what_a_guest_sees_and_their_pages_tell_of_nothing_else() {
        var desk = desk(Role.GUEST, Map.of(NEIGHBOUR, Role.READER));
        var third = new BrandId("01KAJ3S0B4F9K2D7G5H8J1M3NB");
        desk.sample.brand(Sample.WORKSPACE, third);
        var guest = desk.as(SOMEBODY);

        var one = Answers.ok(guest.get(Desk.path("/brands?limit=1")), 200);
        desk.stores
                .workspaces()
                .appoint(
                        Sample.WORKSPACE,
                        SOMEBODY,
                        now -> new Member(
                                now.workspace(),
                                SOMEBODY,
                                Role.GUEST,
                                Map.of(NEIGHBOUR, Role.READER, third, Role.WRITER)));
        var first = Answers.ok(guest.get(Desk.path("/brands?limit=1")), 200);
        var second = Answers.ok(
                guest.get(
                        Desk.path("/brands?limit=1&cursor=") + first.at("next").textOr("")),
                200);

        assertThat(ids(one)).containsExactly(NEIGHBOUR.value());
        assertThat(one.at("next").isMissing()).isTrue();
        assertThat(ids(first)).containsExactly(third.value());
        assertThat(ids(second)).containsExactly(NEIGHBOUR.value());
        assertThat(second.at("next").isMissing()).isTrue();
        assertThat(ids(Answers.ok(guest.get(Desk.path("/channels")), 200))).isEmpty();
        assertThat(ids(Answers.ok(guest.get(Desk.path("/sources")), 200))).isEmpty();
    }

    private static List<String> ids(Json list) {
        return list.at("items").items().stream()
                .map(item -> item.at("id").textOr(""))
                .toList();
    }

    @Test
    void a_stop_of_more_than_a_brand_takes_the_role_on_every_brand() {
        var all = Json.obj("scope", "workspace");
        var network = Json.obj("scope", "network", "id", "sandbox");
        var brand = Json.obj("scope", "brand", "id", Sample.BRAND.value());
        var guest = desk(Role.GUEST, Map.of(Sample.BRAND, Role.MANAGER)).as(SOMEBODY);
        var limited = desk(Role.WRITER, Map.of(NEIGHBOUR, Role.READER)).as(SOMEBODY);

        for (var wide : List.of(all, network)) {
            Answers.refused(guest.put(Desk.path("/holds"), wide), Problem.Code.FORBIDDEN);
            Answers.refused(limited.put(Desk.path("/holds"), wide), Problem.Code.FORBIDDEN);
        }

        Answers.ok(guest.put(Desk.path("/holds"), brand), 200);
        Answers.ok(limited.put(Desk.path("/holds"), brand), 200);
    }

    @Test
    void a_guest_sees_that_everything_is_stopped_and_not_why() {
        var desk = desk(Role.GUEST, Map.of(NEIGHBOUR, Role.WRITER));
        desk.stores
                .holds()
                .put(Sample.WORKSPACE, new Hold(Hold.Scope.WORKSPACE, "", "Chez Hélios", Sample.OWNER, Sample.NOW));

        var seen = Answers.ok(desk.as(SOMEBODY).get(Desk.path("/holds")), 200)
                .at("items")
                .items();

        assertThat(seen).hasSize(1);
        assertThat(seen.getFirst().at("scope").textOr("")).isEqualTo("workspace");
        assertThat(seen.getFirst().at("reason").textOr("?")).isEmpty();
        assertThat(seen.getFirst().at("by").textOr("?")).isEmpty();
    }

    @Test
    void an_account_that_another_brand_has_connected_is_refused_without_a_word_about_it() {
        var desk = desk(Role.GUEST, Map.of(NEIGHBOUR, Role.MANAGER));
        var answers = Json.obj("server", Desk.SERVER.toString(), "account", "helios", "secret", "s3cr3t");
        var mine = Json.obj("brand", NEIGHBOUR.value(), "network", "sandbox", "answers", answers);

        var answer = desk.as(SOMEBODY).post(Desk.path("/channels"), mine);

        Answers.refused(answer, Problem.Code.CONFLICT);
        assertThat(text(answer)).doesNotContain(Sample.CHANNEL.value());
    }

    @Test
    void roles_on_brands_are_given_changed_and_taken_back() {
        var desk = desk(Role.READER, Map.of());
        var owner = desk.as(Sample.OWNER);
        var path = Desk.path("/members/" + SOMEBODY.replace("|", "%7C"));

        var given = Answers.ok(
                owner.patch(path, Json.obj("role", "reader", "brands", List.of(on(Sample.BRAND, "writer")))), 200);
        var kept = Answers.ok(owner.patch(path, Json.obj("role", "guest")), 200);
        var taken = Answers.ok(owner.patch(path, Json.obj("role", "writer", "brands", List.of())), 200);
        Answers.ok(owner.patch(path, Json.obj("role", "guest", "brands", List.of(on(Sample.BRAND, "reader")))), 200);
        var owning = Answers.ok(owner.patch(path, Json.obj("role", "owner")), 200);

        assertThat(given.at("brands", 0, "role").textOr("")).isEqualTo("writer");
        assertThat(kept.at("role").textOr("")).isEqualTo("guest");
        assertThat(kept.at("brands", 0, "brand").textOr("")).isEqualTo(Sample.BRAND.value());
        assertThat(taken.at("brands").items()).isEmpty();
        assertThat(owning.at("brands").items()).isEmpty();
    }

    @Test
    void roles_that_cannot_be_are_refused_by_their_field() {
        var desk = desk(Role.READER, Map.of());
        var owner = desk.as(Sample.OWNER);
        var path = Desk.path("/members/" + SOMEBODY.replace("|", "%7C"));

        field(owner, path, "guest", List.of(), "/brands", "required");
        field(owner, path, "owner", List.of(on(Sample.BRAND, "reader")), "/brands", "not_allowed");
        field(owner, path, "reader", List.of(on(Sample.BRAND, "owner")), "/brands/0/role", "not_allowed");
        field(owner, path, "reader", List.of(on(Sample.BRAND, "guest")), "/brands/0/role", "not_allowed");
        field(owner, path, "reader", List.of(on(new BrandId("nowhere"), "reader")), "/brands/0/brand", "not_found");
        field(
                owner,
                path,
                "reader",
                List.of(on(Sample.BRAND, "reader"), on(Sample.BRAND, "writer")),
                "/brands/1/brand",
                "not_allowed");
    }

    private static void field(
            Desk.Call owner, String path, String role, List<Json> brands, String pointer, String code) {
        Answers.field(owner.patch(path, Json.obj("role", role, "brands", brands)), pointer, code);
    }

    private static Json on(BrandId brand, String role) {
        return Json.obj("brand", brand.value(), "role", role);
    }
}
