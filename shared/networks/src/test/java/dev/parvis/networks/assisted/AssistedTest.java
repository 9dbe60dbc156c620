package dev.parvis.networks.assisted;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.parvis.domain.assisted.Helper;
import dev.parvis.domain.networks.Connects.Connecting;
import dev.parvis.domain.networks.Network;
import dev.parvis.domain.workspaces.Language;
import dev.parvis.networks.Desk;

import static org.assertj.core.api.Assertions.assertThat;

/** A channel that a person posts on: what is asked to connect it, and who is asked to post. */
class AssistedTest {
    private final Assisted assisted = new Assisted();

    private static Map<String, String> answers() {
        return new HashMap<>(Map.of(
                "name",
                "Snapchat",
                "handle",
                "@lumiere",
                "url",
                "https://snapchat.example/add/lumiere",
                "person",
                "lea@example.org",
                "backup",
                "max@example.org",
                "language",
                "en"));
    }

    private Connecting connect(Map<String, String> answers) {
        return assisted.connects().orElseThrow().connect(answers);
    }

    @Test
    void a_channel_is_named_as_people_call_it_and_asks_one_person_and_then_another() {
        var connection = Desk.connection(Assisted.ID, connect(answers()));
        var assists = assisted.assists().orElseThrow();

        assertThat(connection.channel().handle()).isEqualTo("Snapchat @lumiere");
        assertThat(connection.channel().account()).isEqualTo("snapchat/@lumiere");
        assertThat(assists.opens(connection)).isEqualTo(URI.create("https://snapchat.example/add/lumiere"));
        assertThat(assists.helpers(connection))
                .containsExactly(
                        new Helper("lea@example.org", Language.EN), new Helper("max@example.org", Language.EN));
    }

    @Test
    void it_is_got_to_by_a_person_and_by_no_interface() {
        assertThat(assisted.way()).containsInstanceOf(Network.Way.ByPerson.class);
        assertThat(assisted.publishes()).isEmpty();
        assertThat(assisted.measures()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "name,''",
        "handle,' '",
        "url,snapchat",
        "url,javascript:alert(1)",
        "url,ftp://snapchat.example",
        "person,lea",
        "backup,max",
        "language,de"
    })
    void what_is_wrong_is_named_by_its_field(String field, String answer) {
        var answers = answers();
        answers.put(field, answer);

        assertThat(connect(answers))
                .isInstanceOfSatisfying(Connecting.Refused.class, refused -> assertThat(refused.field())
                        .isEqualTo(field));
    }

    @Test
    void nobody_else_need_be_asked_and_french_is_spoken_unless_said_otherwise() {
        var answers = answers();
        answers.remove("backup");
        answers.remove("language");

        var connection = Desk.connection(Assisted.ID, connect(answers));

        assertThat(assisted.assists().orElseThrow().helpers(connection))
                .containsExactly(new Helper("lea@example.org", Language.FR));
    }
}
