package dev.parvis.functions.api;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import dev.parvis.domain.brands.BrandId;
import dev.parvis.domain.channels.Channel;
import dev.parvis.domain.channels.ChannelId;
import dev.parvis.domain.channels.ChannelState;
import dev.parvis.domain.channels.Credential;
import dev.parvis.domain.channels.Credentials;
import dev.parvis.domain.media.Media;
import dev.parvis.domain.media.MediaId;
import dev.parvis.domain.workspaces.Language;
import dev.parvis.domain.workspaces.Member;
import dev.parvis.domain.workspaces.Role;
import dev.parvis.domain.workspaces.Workspace;
import dev.parvis.domain.workspaces.WorkspaceId;
import dev.parvis.functions.api.Document.Operation;
import dev.parvis.functions.api.Leaves.Leaf;
import dev.parvis.kernel.http.in.Response;
import dev.parvis.kernel.json.Json;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every field of every body that takes an id is given ids that are somebody else's, and all else is right: the answer is the one to
 * an id that nobody has ever been given, to the byte.
 */
class ForeignIdsTest {
    private static final Leaves LEAVES = new Leaves(Document.read());
    private static final String NOBODYS = "01KAJ0000000000000000000ZZ";
    private static final String MALLORY = "auth0|mallory";
    private static final String GUEST = "auth0|guest";
    private static final WorkspaceId ELSEWHERE = new WorkspaceId("01KAJ9Q2W5V8M0N4R6T1X7Y9ZB");

    /** What somebody else has. */
    private record Things(WorkspaceId workspace, BrandId brand, ChannelId channel, MediaId media) {
        List<String> ids() {
            return List.of(brand.value(), channel.value(), media.value());
        }
    }

    private static final Things OTHERS = new Things(
            ELSEWHERE,
            new BrandId("01KAJ9S0B4F9K2D7G5H8J1M3NB"),
            new ChannelId("01KAJ9T5C1H6N8P3Q9R2S4T7VB"),
            new MediaId("01KAJ9A9M2D5E8F1G3H6J0K4NB"));
    private static final Things NEIGHBOURS = new Things(
            Sample.WORKSPACE,
            new BrandId("01KAJ3S0B4F9K2D7G5H8J1M3NZ"),
            new ChannelId("01KAJ3T5C1H6N8P3Q9R2S4T7VZ"),
            new MediaId("01KAJ4A9M2D5E8F1G3H6J0K4NZ"));

    static Stream<Operation> withIds() {
        return HostileBodiesTest.withBody()
                .filter(Operation::ofWorkspace)
                .filter(operation -> LEAVES.of(operation).stream().anyMatch(Leaf::isId));
    }

    private static Desk desk(Operation operation) {
        var desk = Desk.settled();
        var owner = new Member(ELSEWHERE, MALLORY, Role.OWNER);
        desk.stores
                .workspaces()
                .create(
                        new Workspace(ELSEWHERE, "Ailleurs", Sample.PARIS, Language.FR, List.of(), Sample.NOW, 1),
                        owner);
        for (var things : List.of(OTHERS, NEIGHBOURS)) {
            desk.sample.brand(things.workspace(), things.brand());
            desk.stores
                    .channels()
                    .create(new Channel(
                            things.workspace(),
                            things.channel(),
                            things.brand(),
                            Sample.SANDBOX,
                            Desk.SERVER,
                            "account-" + things.channel(),
                            "ailleurs",
                            ChannelState.CONNECTED,
                            "",
                            Sample.NOW,
                            1));
            new Credentials(desk.stores.credentials(), desk.sealer)
                    .replace(
                            things.workspace(), things.channel(), new Credential(Map.of("token", "t")), Instant.MAX, 0);
            desk.stores
                    .media()
                    .create(new Media(
                            things.workspace(),
                            things.media(),
                            things.brand(),
                            "secret.jpg",
                            "image/jpeg",
                            9,
                            "Secret",
                            Sample.NOW,
                            1));
        }
        desk.stores
                .workspaces()
                .admit(new Member(Sample.WORKSPACE, GUEST, Role.GUEST, Map.of(Sample.BRAND, Role.MANAGER)));
        Prepared.before(desk, operation);
        return desk;
    }

    @ParameterizedTest
    @MethodSource("withIds")
    void an_id_of_another_tenant_is_answered_like_one_of_nobody(Operation operation) {
        alike(operation, Sample.OWNER, OTHERS);
    }

    @ParameterizedTest
    @MethodSource("withIds")
    void an_id_of_another_brand_is_answered_like_one_of_nobody_to_a_guest(Operation operation) {
        alike(operation, GUEST, NEIGHBOURS);
    }

    private static void alike(Operation operation, String subject, Things things) {
        var desk = desk(operation);
        var ids = Stream.concat(things.ids().stream(), Stream.of(post(desk, things)))
                .toList();
        var wrong = new ArrayList<String>();
        for (var leaf : LEAVES.of(operation).stream().filter(Leaf::isId).toList()) {
            var nobodys = told(sent(desk, operation, subject, leaf, NOBODYS), NOBODYS);
            assertThat(nobodys).as(leaf + " with an id of nobody").startsWith("4");
            for (var id : ids) {
                var told = told(sent(desk, operation, subject, leaf, id), id);
                if (!told.equals(nobodys)) {
                    wrong.add(leaf + " = " + id + ":\n  " + told + "\n  " + nobodys);
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static String post(Desk desk, Things things) {
        var owner = things.equals(OTHERS) ? MALLORY : Sample.OWNER;
        var post = Json.obj(
                "brand",
                things.brand().value(),
                "text",
                "Secret",
                "channels",
                List.of(things.channel().value()));
        return Answers.ok(desk.as(owner).post("/v1/workspaces/" + things.workspace() + "/posts", post), 201)
                .at("id")
                .textOr("");
    }

    private static Response sent(Desk desk, Operation operation, String subject, Leaf leaf, String id) {
        var body = Leaves.with(Json.parse(operation.body()), leaf.path(), Json.of(id));
        return Prepared.call(desk, operation, subject).send(operation.method(), operation.address(), body.bytes());
    }

    private static String told(Response answer, String id) {
        return answer.status() + " " + new String(answer.body(), StandardCharsets.UTF_8).replace(id, "ID");
    }
}
