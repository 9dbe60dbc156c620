package dev.parvis.domain.replies;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import dev.parvis.domain.Fixtures;
import dev.parvis.domain.StoreContract;
import dev.parvis.domain.channels.ChannelId;
import dev.parvis.domain.posts.PostId;
import dev.parvis.domain.replies.Regular.Turn;
import dev.parvis.domain.workspaces.WorkspaceId;

import static dev.parvis.domain.Fixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;

/** What every store of regulars holds. */
public abstract class RegularsContract extends StoreContract {
    private final WorkspaceId workspace = Fixtures.workspaceId();
    private final ChannelId channel = Fixtures.channelId();

    private static Turn turn(int n) {
        return new Turn("i" + n, "t" + n, new PostId(Fixtures.id()), NOON.plus(Duration.ofDays(n)));
    }

    @Test
    void of_two_first_turns_at_once_one_is_shown_the_other() {
        var nobody = Regular.unknown(workspace, channel, "abc");

        var first = done(stores.regulars().write(nobody.taking(turn(1))));

        assertThat(first.version()).isEqualTo(1);
        assertThat(conflict(stores.regulars().write(nobody.taking(turn(2))))).isEqualTo(first);
        assertThat(stores.regulars().find(workspace, channel, "abc")).contains(first);
    }

    @Test
    void of_two_later_turns_at_once_one_is_shown_the_other() {
        var first = done(stores.regulars()
                .write(Regular.unknown(workspace, channel, "abc").taking(turn(1))));

        var second = done(stores.regulars().write(first.taking(turn(2))));

        assertThat(conflict(stores.regulars().write(first.taking(turn(3))))).isEqualTo(second);
        assertThat(second.turns()).hasSize(2);
        assertThat(stores.regulars().find(workspace, channel, "abc")).contains(second);
    }

    @Test
    void somebody_is_known_on_one_channel_of_one_workspace() {
        done(stores.regulars().write(Regular.unknown(workspace, channel, "abc").taking(turn(1))));

        assertThat(stores.regulars().find(workspace, Fixtures.channelId(), "abc"))
                .isEmpty();
        assertThat(stores.regulars().find(Fixtures.workspaceId(), channel, "abc"))
                .isEmpty();
        assertThat(stores.regulars().find(workspace, channel, "abcd")).isEmpty();
    }

    @Test
    void a_row_has_an_end_however_often_somebody_is_replied_to() {
        var regular = Regular.unknown(workspace, channel, "abc");
        for (var n = 0; n < Regular.MOST_TURNS + 5; n++) {
            regular = done(stores.regulars().write(regular.taking(turn(n))));
        }

        assertThat(regular.turns()).hasSize(Regular.MOST_TURNS);
        assertThat(regular.turns().getLast().interaction()).isEqualTo("i" + (Regular.MOST_TURNS + 4));
        assertThat(stores.regulars().find(workspace, channel, "abc")).contains(regular);
    }
}
