package dev.parvis.checks.suite;

import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;

import dev.parvis.aws.AwsEnvironment;
import dev.parvis.domain.agenda.Kind;
import dev.parvis.domain.brands.BrandId;
import dev.parvis.domain.channels.ChannelId;
import dev.parvis.domain.channels.Refresh;
import dev.parvis.domain.events.Event;
import dev.parvis.domain.imports.ImportId;
import dev.parvis.domain.notices.Delivery;
import dev.parvis.domain.series.SeriesId;
import dev.parvis.domain.series.SeriesState;
import dev.parvis.domain.stored.Change;
import dev.parvis.domain.workspaces.WorkspaceId;
import dev.parvis.kernel.config.Config;
import dev.parvis.local.suite.Suite;
import dev.parvis.table.ParvisTable;

import static org.assertj.core.api.Assertions.assertThat;

/** Moves a running suite's waiting work in its table, for what would else be due in hours. */
final class Hands {
    private final ParvisTable table;

    Hands(Suite suite) {
        var config = Config.fromEnv(Map.of(
                "AWS_REGION", "eu-west-3",
                "AWS_ACCESS_KEY_ID", "local",
                "AWS_SECRET_ACCESS_KEY", "localsecret",
                "PARVIS_TABLE", Suite.TABLE,
                "AWS_ENDPOINT_URL_DYNAMODB",
                        suite.endpoint("AWS_ENDPOINT_URL_DYNAMODB").toString()));
        table = ParvisTable.from(AwsEnvironment.from(config), config, Clock.systemUTC());
    }

    /** As the API does when somebody removes a series, and no further. */
    void removeSeries(String workspace, String brand, String id) {
        var there = table.series()
                .find(new WorkspaceId(workspace), new BrandId(brand), new SeriesId(id))
                .orElseThrow();
        var removed = there.in(SeriesState.REMOVED, Instant.now());
        assertThat(table.series().change(removed, Instant.now())).isInstanceOf(Change.Done.class);
    }

    /** As the API does when somebody takes an import back, and no further. */
    void undoImport(String workspace, String id) {
        assertThat(table.imports().undo(new WorkspaceId(workspace), new ImportId(id), Instant.now()))
                .isPresent();
    }

    /** As if a minute had passed since a post that is due within the hour was scheduled. */
    void askNow(String workspace, String brand, String post, Instant due) {
        var month = YearMonth.from(due.atOffset(ZoneOffset.UTC));
        var id = brand + "." + month + ".client.hurry." + post + ".1";
        var event = new Event(id, Event.Type.APPROVAL_REQUESTED, new WorkspaceId(workspace), due, Map.of());
        var asked = new Delivery(event.workspace(), event, Delivery.APPROVERS, 0, Optional.empty());
        assertThat(table.agenda().hasten(Kind.DELIVERY, asked, Instant.now())).isTrue();
    }

    void renewNow(String workspace, String channel) {
        var order = new Refresh(new WorkspaceId(workspace), new ChannelId(channel), Instant.MAX, 0, false);
        assertThat(table.agenda().hasten(Kind.REFRESH, order, Instant.now())).isTrue();
    }
}
