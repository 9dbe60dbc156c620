package dev.parvis.table;

import java.util.List;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;

import dev.parvis.domain.MutableClock;
import dev.parvis.domain.Stores;
import dev.parvis.domain.agenda.AgendaContract;
import dev.parvis.domain.agenda.WaitingContract;
import dev.parvis.domain.approvals.ApprovalsContract;
import dev.parvis.domain.approvals.CommentsContract;
import dev.parvis.domain.audit.AuditContract;
import dev.parvis.domain.audit.AuditEntry;
import dev.parvis.domain.audit.SealsContract;
import dev.parvis.domain.brands.BrandsContract;
import dev.parvis.domain.calendars.CalendarLinksContract;
import dev.parvis.domain.channels.ChannelsContract;
import dev.parvis.domain.crisis.StopLinksContract;
import dev.parvis.domain.evergreen.QueuesContract;
import dev.parvis.domain.idempotency.IdempotencyContract;
import dev.parvis.domain.imports.ImportsContract;
import dev.parvis.domain.inbound.InboundContract;
import dev.parvis.domain.items.ItemsContract;
import dev.parvis.domain.media.MediaLibraryContract;
import dev.parvis.domain.mentions.MentionsContract;
import dev.parvis.domain.metrics.SnapshotsContract;
import dev.parvis.domain.moderation.RulesContract;
import dev.parvis.domain.notices.EndpointsContract;
import dev.parvis.domain.notices.SentLogContract;
import dev.parvis.domain.posts.AnswersContract;
import dev.parvis.domain.posts.HoldsContract;
import dev.parvis.domain.posts.PostEditsContract;
import dev.parvis.domain.posts.PostsContract;
import dev.parvis.domain.posts.ResumptionContract;
import dev.parvis.domain.posts.SightingContract;
import dev.parvis.domain.preflight.ChecksContract;
import dev.parvis.domain.replies.PaceContract;
import dev.parvis.domain.replies.RegularsContract;
import dev.parvis.domain.reports.ReportsContract;
import dev.parvis.domain.series.SeriesContract;
import dev.parvis.domain.sheets.SheetsContract;
import dev.parvis.domain.slots.SlotsContract;
import dev.parvis.domain.sources.SourcesContract;
import dev.parvis.domain.weekly.WeeklyOrderContract;
import dev.parvis.domain.workspaces.WorkspacesContract;

/** The ports over the table hold the contracts that the in-memory ones hold. */
@Tag("backend")
class TableStoresTest {
    @Nested
    class ForAgenda extends AgendaContract {
        @Override
        protected Stores empty(MutableClock clock) {
            return TableStores.empty(clock);
        }
    }

    @Nested
    class ForAudit extends AuditContract {
        @Override
        protected Stores empty(MutableClock clock) {
            return TableStores.empty(clock);
        }

        @Override
        protected void addAll(List<AuditEntry> entries) {
            if (stores instanceof TableStores there) {
                there.local().put(entries.stream().map(TableAudit::encode).toList());
            }
        }
    }

    @Nested
    class ForSeals extends SealsContract {
        @Override
        protected Stores empty(MutableClock clock) {
            return TableStores.empty(clock);
        }
    }

    @Nested
    class ForWeeklyOrders extends WeeklyOrderContract {
        @Override
        protected Stores empty(MutableClock clock) {
            return TableStores.empty(clock);
        }
    }

    @Nested
    class ForBrands extends BrandsContract {
        @Override
        protected Stores empty(MutableClock clock) {
            return TableStores.empty(clock);
        }
    }

    @Nested
    class ForCalendarLinks extends CalendarLinksContract {
        @Override
        protected Stores empty(MutableClock clock) {
            return TableStores.empty(clock);
        }
    }

    @Nested
    class ForChannels extends ChannelsContract {
        @Override
        protected Stores empty(MutableClock clock) {
            return TableStores.empty(clock);
        }
    }

    @Nested
    class ForChecks extends ChecksContract {
        @Override
        protected Stores empty(MutableClock clock) {
            return TableStores.empty(clock);
        }
    }

    @Nested
    class ForSentLog extends SentLogContract {
        @Override
        protected Stores empty(MutableClock clock) {
            return TableStores.empty(clock);
        }
    }

    @Nested
    class ForComments extends CommentsContract {
        @Override
        protected Stores empty(MutableClock clock) {
            return TableStores.empty(clock);
        }
    }

    @Nested
    class ForApprovals extends ApprovalsContract {
        @Override
        protected Stores empty(MutableClock clock) {
            return TableStores.empty(clock);
        }
    }

    @Nested
    class ForEndpoints extends EndpointsContract {
        @Override
        protected Stores empty(MutableClock clock) {
            return TableStores.empty(clock);
        }
    }

    @Nested
    class ForHolds extends HoldsContract {
        @Override
        protected Stores empty(MutableClock clock) {
            return TableStores.empty(clock);
        }
    }

    @Nested
    class ForStopLinks extends StopLinksContract {
        @Override
        protected Stores empty(MutableClock clock) {
            return TableStores.empty(clock);
        }
    }

    @Nested
    class ForResumption extends ResumptionContract {
        @Override
        protected Stores empty(MutableClock clock) {
            return TableStores.empty(clock);
        }
    }

    @Nested
    class ForIdempotency extends IdempotencyContract {
        @Override
        protected Stores empty(MutableClock clock) {
            return TableStores.empty(clock);
        }
    }

    @Nested
    class ForImports extends ImportsContract {
        @Override
        protected Stores empty(MutableClock clock) {
            return TableStores.empty(clock);
        }
    }

    @Nested
    class ForInbound extends InboundContract {
        @Override
        protected Stores empty(MutableClock clock) {
            return TableStores.empty(clock);
        }
    }

    @Nested
    class ForItems extends ItemsContract {
        @Override
        protected Stores empty(MutableClock clock) {
            return TableStores.empty(clock);
        }
    }

    @Nested
    class ForMediaLibrary extends MediaLibraryContract {
        @Override
        protected Stores empty(MutableClock clock) {
            return TableStores.empty(clock);
        }
    }

    @Nested
    class ForMentions extends MentionsContract {
        @Override
        protected Stores empty(MutableClock clock) {
            return TableStores.empty(clock);
        }
    }

    @Nested
    class ForPostEdits extends PostEditsContract {
        @Override
        protected Stores empty(MutableClock clock) {
            return TableStores.empty(clock);
        }
    }

    @Nested
    class ForAnswers extends AnswersContract {
        @Override
        protected Stores empty(MutableClock clock) {
            return TableStores.empty(clock);
        }
    }

    @Nested
    class ForPosts extends PostsContract {
        @Override
        protected Stores empty(MutableClock clock) {
            return TableStores.empty(clock);
        }
    }

    @Nested
    class ForReports extends ReportsContract {
        @Override
        protected Stores empty(MutableClock clock) {
            return TableStores.empty(clock);
        }
    }

    @Nested
    class ForPace extends PaceContract {
        @Override
        protected Stores empty(MutableClock clock) {
            return TableStores.empty(clock);
        }
    }

    @Nested
    class ForRegulars extends RegularsContract {
        @Override
        protected Stores empty(MutableClock clock) {
            return TableStores.empty(clock);
        }
    }

    @Nested
    class ForRules extends RulesContract {
        @Override
        protected Stores empty(MutableClock clock) {
            return TableStores.empty(clock);
        }
    }

    @Nested
    class ForSeries extends SeriesContract {
        @Override
        protected Stores empty(MutableClock clock) {
            return TableStores.empty(clock);
        }
    }

    @Nested
    class ForQueues extends QueuesContract {
        @Override
        protected Stores empty(MutableClock clock) {
            return TableStores.empty(clock);
        }
    }

    @Nested
    class ForSheets extends SheetsContract {
        @Override
        protected Stores empty(MutableClock clock) {
            return TableStores.empty(clock);
        }
    }

    @Nested
    class ForSlots extends SlotsContract {
        @Override
        protected Stores empty(MutableClock clock) {
            return TableStores.empty(clock);
        }
    }

    @Nested
    class ForSnapshots extends SnapshotsContract {
        @Override
        protected Stores empty(MutableClock clock) {
            return TableStores.empty(clock);
        }
    }

    @Nested
    class ForSources extends SourcesContract {
        @Override
        protected Stores empty(MutableClock clock) {
            return TableStores.empty(clock);
        }
    }

    @Nested
    class ForWaiting extends WaitingContract {
        @Override
        protected Stores empty(MutableClock clock) {
            return TableStores.empty(clock);
        }
    }

    @Nested
    class ForWorkspaces extends WorkspacesContract {
        @Override
        protected Stores empty(MutableClock clock) {
            return TableStores.empty(clock);
        }
    }

    @Nested
    class ForSightings extends SightingContract {
        @Override
        protected Stores empty(MutableClock clock) {
            return TableStores.empty(clock);
        }
    }
}
