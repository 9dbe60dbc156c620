package dev.parvis.functions.api;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import dev.parvis.functions.api.Document.Operation;
import dev.parvis.kernel.http.in.Problem;
import dev.parvis.kernel.json.Json;

import static org.assertj.core.api.Assertions.assertThat;

/** Who may do what, as the document says it, tried with every role on every route. */
class RolesTest {
    private static final Document DOCUMENT = Document.read();
    private static final List<String> ROLES = List.of("owner", "manager", "writer", "reader");
    private static final Map<String, String> SUBJECTS =
            Map.of("owner", Sample.OWNER, "manager", Sample.MANAGER, "writer", Sample.WRITER, "reader", Sample.READER);

    static Stream<Operation> ofWorkspaces() {
        return DOCUMENT.operations().stream().filter(Operation::ofWorkspace);
    }

    /** "Takes: an owner or manager." at the end of the description. */
    private static boolean may(Operation operation, String role) {
        var takes = operation.description().replaceAll("(?s).*Takes: ", "");
        return takes.equals("any member.") || takes.matches(".*\\b" + role + "\\b.*");
    }

    @ParameterizedTest
    @MethodSource("ofWorkspaces")
    void a_role_may_do_what_the_document_says_and_no_more(Operation operation) {
        for (var role : ROLES) {
            var desk = Desk.settled();
            Prepared.before(desk, operation);

            var answer = Prepared.call(desk, operation, SUBJECTS.getOrDefault(role, ""))
                    .send(operation.method(), operation.address(), operation.body());

            if (may(operation, role)) {
                assertThat(answer.status())
                        .as(role + " " + Answers.text(answer))
                        .isEqualTo(operation.success());
            } else {
                Answers.refused(answer, Problem.Code.FORBIDDEN);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("ofWorkspaces")
    void a_reader_changes_nothing(Operation operation) {
        var desk = Desk.settled();

        var answer = Prepared.call(desk, operation, Sample.READER)
                .send(operation.method(), operation.address(), operation.body());

        assertThat(answer.status()).isIn(operation.reads() ? List.of(200, 403) : List.of(403));
    }

    @Test
    void only_the_owner_named_at_deployment_creates_workspaces() {
        var desk = Desk.settled();
        var order = Json.obj("name", "Deux");

        Answers.refused(desk.as("auth0|other").post("/v1/workspaces", order), Problem.Code.FORBIDDEN);
        var made = Answers.ok(desk.as(Sample.OWNER).post("/v1/workspaces", order), 201);

        assertThat(made.at("zone").textOr("")).isEqualTo("Europe/Paris");
        assertThat(made.at("language").textOr("")).isEqualTo("fr");
        assertThat(Answers.ok(desk.as(Sample.OWNER).get("/v1/workspaces"), 200)
                        .at("items")
                        .items())
                .hasSize(2);
    }

    @Test
    void an_address_names_the_owner_only_when_the_issuer_has_verified_it() {
        var desk = Desk.over(Desk.inMemory(), new ShelfFiles());
        var named = new dev.parvis.functions.api.workspaces.Owner("Camille@Example.org");
        var order = Json.obj("name", "Un");
        var router = desk.routerFor(named);

        assertThat(router.apply(Map.of("sub", "u-1", "email", "camille@example.org"), order))
                .isEqualTo(403);
        assertThat(router.apply(Map.of("sub", "u-1", "email", "camille@example.org", "email_verified", "false"), order))
                .isEqualTo(403);
        assertThat(router.apply(Map.of("sub", "u-1", "email", "other@example.org", "email_verified", "true"), order))
                .isEqualTo(403);
        assertThat(router.apply(Map.of("sub", "u-1", "email", "camille@example.org", "email_verified", "true"), order))
                .isEqualTo(201);
        assertThat(router.apply(Map.of("sub", "Camille@Example.org"), order)).isEqualTo(201);
    }
}
