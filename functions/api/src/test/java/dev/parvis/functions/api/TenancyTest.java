package dev.parvis.functions.api;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import dev.parvis.domain.workspaces.Language;
import dev.parvis.domain.workspaces.Member;
import dev.parvis.domain.workspaces.Role;
import dev.parvis.domain.workspaces.Workspace;
import dev.parvis.domain.workspaces.WorkspaceId;
import dev.parvis.functions.api.Document.Operation;
import dev.parvis.kernel.http.in.Problem;
import dev.parvis.kernel.json.Json;

import static org.assertj.core.api.Assertions.assertThat;

/** Every route is tried by who does not belong there, with ids that exist: it looks as if nothing did. */
class TenancyTest {
    private static final Document DOCUMENT = Document.read();
    private static final WorkspaceId ELSEWHERE = new WorkspaceId("01KAJ9Q2W5V8M0N4R6T1X7Y9ZB");
    private static final String MALLORY = "auth0|mallory";
    /** Routes of a workspace that name nothing inside it, in path, query or body: there is nothing to mix up. */
    private static final Set<String> OF_THE_WORKSPACE_ALONE = Set.of(
            "readWorkspace",
            "changeWorkspace",
            "deleteWorkspace",
            "listMembers",
            "addMember",
            "createBrand",
            "listBrands",
            "listChannels",
            "listHolds",
            "listStopLinks",
            "listSources",
            "createEndpoint",
            "listEndpoints",
            "listAudit",
            "listStuck",
            "verifyAudit");

    private final Desk desk = Desk.settled();

    @BeforeEach
    void a_workspace_elsewhere() {
        desk.givenUp();
        desk.stores
                .workspaces()
                .create(
                        new Workspace(ELSEWHERE, "Ailleurs", Sample.PARIS, Language.FR, List.of(), Sample.NOW, 1),
                        new Member(ELSEWHERE, MALLORY, Role.OWNER));
    }

    static Stream<Operation> guarded() {
        return DOCUMENT.operations().stream().filter(operation -> !operation.isOpen());
    }

    static Stream<Operation> ofWorkspaces() {
        return guarded().filter(Operation::ofWorkspace);
    }

    @Test
    void every_route_of_the_router_is_tried() {
        var tried = guarded()
                .map(operation -> operation.method() + " " + operation.path())
                .toList();

        assertThat(desk.router.routes().stream()
                        .filter(route -> !route.pattern().startsWith("/r/"))
                        .filter(route -> !route.pattern().startsWith("/a/"))
                        .filter(route -> !route.pattern().startsWith("/stop/"))
                        .filter(route -> !route.pattern().startsWith("/c/"))
                        .filter(route -> !route.pattern().startsWith("/h/"))
                        .filter(route -> !route.pattern().equals("/openapi.json"))
                        .map(route -> route.method() + " " + route.pattern()))
                .containsExactlyInAnyOrderElementsOf(tried);
    }

    @ParameterizedTest
    @MethodSource("guarded")
    void a_token_that_names_nobody_is_refused(Operation operation) {
        var answer = Prepared.call(desk, operation, "").send(operation.method(), operation.address(), operation.body());

        Answers.refused(answer, Problem.Code.UNAUTHENTICATED);
    }

    @ParameterizedTest
    @MethodSource("ofWorkspaces")
    void a_stranger_finds_nothing(Operation operation) {
        var there = Prepared.call(desk, operation, "auth0|nobody")
                .send(operation.method(), operation.address(), operation.body());
        var missing = Prepared.call(desk, operation, "auth0|nobody")
                .send(
                        operation.method(),
                        operation.address().replace(Sample.WORKSPACE.value(), "01KAJ0000000000000000000ZZ"),
                        operation.body());

        Answers.refused(there, Problem.Code.NOT_FOUND);
        assertThat(missing.body()).isEqualTo(there.body());
    }

    @ParameterizedTest
    @MethodSource("ofWorkspaces")
    void an_owner_of_another_workspace_finds_nothing(Operation operation) {
        var before = shown();

        var answer =
                Prepared.call(desk, operation, MALLORY).send(operation.method(), operation.address(), operation.body());

        Answers.refused(answer, Problem.Code.NOT_FOUND);
        assertThat(shown()).isEqualTo(before);
    }

    /** Her own workspace in the path, everything else of ours. */
    @ParameterizedTest
    @MethodSource("ofWorkspaces")
    void ids_of_another_workspace_lead_nowhere_from_ones_own(Operation operation) {
        var before = shown();
        var address = operation.address().replace(Sample.WORKSPACE.value(), ELSEWHERE.value());

        var answer = Prepared.call(desk, operation, MALLORY).send(operation.method(), address, operation.body());

        if (!OF_THE_WORKSPACE_ALONE.contains(operation.json().at("operationId").textOr(""))) {
            assertThat(answer.status()).as(Answers.text(answer)).isIn(404, 422);
            if (answer.status() == 422) {
                assertThat(Answers.json(answer).at("errors").items())
                        .extracting(error -> error.at("code").textOr(""))
                        .contains("not_found");
            }
        }
        assertThat(new String(answer.body(), java.nio.charset.StandardCharsets.UTF_8))
                .doesNotContain(Sample.WORKSPACE.value())
                .doesNotContain("Hélios ce matin")
                .doesNotContain("chocolat");
        assertThat(shown()).isEqualTo(before);
    }

    @ParameterizedTest
    @MethodSource("ofWorkspaces")
    void an_id_that_cannot_be_one_leads_nowhere(Operation operation) {
        var address = operation.address().replace(Sample.WORKSPACE.value(), "W%23x");

        var answer = Prepared.call(desk, operation).send(operation.method(), address, operation.body());

        Answers.refused(answer, Problem.Code.NOT_FOUND);
    }

    /** All that our owner sees of our workspace. */
    private String shown() {
        var shown = new StringBuilder();
        guarded()
                .filter(Operation::reads)
                .filter(operation -> !operation.path().equals("/v1/me"))
                .filter(operation -> !operation.path().equals("/v1/workspaces"))
                .filter(operation -> !operation.path().endsWith("/files/{file}"))
                .forEach(operation -> shown.append(operation)
                        .append(Answers.text(desk.as(Sample.OWNER).get(operation.address())))
                        .append('\n'));
        return shown.toString();
    }

    @Test
    void who_was_shown_out_is_out_at_once() {
        assertThat(desk.as(Sample.READER).get(Desk.path("")).status()).isEqualTo(200);

        desk.as(Sample.OWNER).delete(Desk.path("/members/" + Sample.READER.replace("|", "%7C")));

        Answers.refused(desk.as(Sample.READER).get(Desk.path("")), Problem.Code.NOT_FOUND);
        assertThat(Answers.ok(desk.as(Sample.READER).get("/v1/workspaces"), 200))
                .isEqualTo(Json.obj("items", List.of()));
    }
}
