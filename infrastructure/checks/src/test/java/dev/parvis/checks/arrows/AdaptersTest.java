package dev.parvis.checks.arrows;

import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import org.junit.jupiter.api.Test;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * What reaches out of the program is touched in named places only, so that a test can steer it. The lists are exact: a place
 * that no longer needs its exception loses it.
 */
class AdaptersTest {

    @Test
    void the_environment_is_read_by_its_adapters() {
        Set<String> readers = whoever(access -> isCall(access, System.class, "getenv"));

        assertThat(readers)
                .containsExactlyInAnyOrderElementsOf(Map.of(
                                "dev.parvis.kernel.config.Environment", "the adapter of the functions",
                                "dev.parvis.emulators.Backend", "the emulators know nothing of kernel",
                                "dev.parvis.emulators.LocalStack", "the same, for the profile with Docker")
                        .keySet());
    }

    @Test
    void the_time_comes_from_a_clock() {
        Set<String> readers = whoever(AdaptersTest::readsTheTime);

        assertThat(readers).isEmpty();
    }

    @Test
    void the_systems_clock_is_taken_where_things_are_wired() {
        Set<String> takers = whoever(access -> access.getTargetOwner().isEquivalentTo(Clock.class)
                && access.getName().startsWith("system"));

        assertThat(takers).allMatch(AdaptersTest::mayTakeTheClock);
    }

    @Test
    void ids_are_never_drawn_by_the_way() {
        Set<String> drawers = whoever(access -> isCall(access, UUID.class, "randomUUID"));

        assertThat(drawers).isEmpty();
    }

    @Test
    void only_the_sleeper_sleeps() {
        Set<String> sleepers =
                whoever(access -> isCall(access, Thread.class, "sleep") || isCall(access, TimeUnit.class, "sleep"));

        assertThat(sleepers).containsExactly("dev.parvis.kernel.time.Sleeper");
    }

    @Test
    void only_the_local_suite_and_the_bench_speak_to_a_terminal() {
        Set<String> speakers = whoever(access -> access.getTargetOwner().isEquivalentTo(System.class)
                && (access.getName().equals("out") || access.getName().equals("err")));

        assertThat(speakers)
                .containsExactlyInAnyOrderElementsOf(Map.of(
                                "dev.parvis.local.Main",
                                "the suite's first and last words",
                                "dev.parvis.bench.Bench",
                                "the bench prints its tables",
                                "dev.parvis.local.suite.Services",
                                "a service that does not close, when nothing else is left to tell it")
                        .keySet());
    }

    private static boolean mayTakeTheClock(String user) {
        return user.endsWith(".Wiring")
                || user.equals("dev.parvis.kernel.log.Log")
                || user.equals("dev.parvis.local.Main")
                || user.startsWith("dev.parvis.fakes.")
                || user.startsWith("dev.parvis.bench.");
    }

    /** Calls of java.time's {@code now()} without a clock, and the two counters of {@code System} that tell the date. */
    private static boolean readsTheTime(JavaAccess<?> access) {
        boolean now = access.getName().equals("now")
                && access.getTargetOwner().getPackageName().startsWith("java.time")
                && access.getDescription().contains(".now()>");
        return now || isCall(access, System.class, "currentTimeMillis");
    }

    private static boolean isCall(JavaAccess<?> access, Class<?> owner, String method) {
        return access.getTargetOwner().isEquivalentTo(owner) && access.getName().equals(method);
    }

    /** The outermost classes with such an access. */
    private static Set<String> whoever(Predicate<JavaAccess<?>> does) {
        return House.CLASSES.stream()
                .filter(user -> user.getAccessesFromSelf().stream().anyMatch(does))
                .map(AdaptersTest::outermost)
                .collect(toCollection(TreeSet::new));
    }

    private static String outermost(JavaClass user) {
        return user.getEnclosingClass().map(AdaptersTest::outermost).orElse(user.getName());
    }
}
