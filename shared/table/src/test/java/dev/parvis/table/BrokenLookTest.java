package dev.parvis.table;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

import dev.parvis.domain.Fixtures;
import dev.parvis.domain.MutableClock;
import dev.parvis.domain.agenda.Kind;

import static dev.parvis.domain.Fixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** DynamoDB fails in the middle of a look: what was won is handed out, and the fault is met again. */
@Tag("backend")
class BrokenLookTest {
    /** Lets so many claims through and fails every one after them. */
    private static final class Failing implements ExecutionInterceptor {
        private final AtomicInteger left = new AtomicInteger();

        @Override
        public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
            if (context.request() instanceof UpdateItemRequest && left.getAndDecrement() <= 0) {
                throw SdkClientException.create("the table is throttled");
            }
        }
    }

    @Test
    void what_was_won_before_a_fault_is_handed_out_and_the_fault_comes_at_the_next_look() {
        try (var local = new LocalTable()) {
            var failing = new Failing();
            var agenda = local.open(new MutableClock(NOON), failing).agenda();
            IntStream.range(0, 5)
                    .forEach(i -> agenda.add(Kind.REFRESH, Fixtures.refresh(Fixtures.workspaceId()), NOON));
            failing.left.set(2);

            var claims = agenda.claim(Kind.REFRESH, NOON, 10);

            assertThat(claims.claims()).hasSize(2);
            assertThat(claims.more()).isTrue();
            assertThatThrownBy(() -> agenda.claim(Kind.REFRESH, NOON, 10)).hasMessageContaining("throttled");
        }
    }
}
