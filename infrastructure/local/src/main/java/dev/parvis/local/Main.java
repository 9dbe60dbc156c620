package dev.parvis.local;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import dev.parvis.emulators.EmulatorFailed;
import dev.parvis.emulators.PortTaken;
import dev.parvis.emulators.template.TemplateError;
import dev.parvis.local.demo.Demo;
import dev.parvis.local.demo.DemoBlog;
import dev.parvis.local.http.LocalPages;
import dev.parvis.local.pages.Site;
import dev.parvis.local.suite.Refusal;
import dev.parvis.local.suite.Settings;
import dev.parvis.local.suite.Suite;

/**
 * Starts the suite and ends it on Ctrl-C or SIGTERM. What cannot start is said in one sentence on standard error, with status 1;
 * {@code -Dparvis.trace=true} adds the stack. With {@code -Dparvis.with-parent=true} it also ends when its parent process
 * (Maven) does, however that ended.
 */
public final class Main {

    private static final int NEEDED = 25;

    private Main() {}

    public static void main(String[] args) throws InterruptedException {
        System.setProperty("sun.net.httpserver.nodelay", "true");
        try {
            run();
        } catch (Refusal | PortTaken | EmulatorFailed | TemplateError e) {
            System.err.println("parvis: " + e.getMessage());
            if (Boolean.getBoolean("parvis.trace")) {
                e.printStackTrace();
            }
            System.err.flush();
            Runtime.getRuntime().halt(1);
        }
    }

    private static void run() throws InterruptedException {
        if (Runtime.version().feature() < NEEDED) {
            throw new Refusal("Parvis needs JDK " + NEEDED + "; this is " + Runtime.version() + ".");
        }
        Clock clock = Clock.systemDefaultZone();
        Suite suite = Suite.start(Settings.of(System.getProperties()), clock, line -> say(clock, line), Main::pages);
        Demo demo = Demo.of(suite, line -> say(clock, line));
        var ended = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(() -> end(suite, demo, ended)));
        System.out.println("Parvis is ready: " + suite.url());
        System.out.flush();
        if (suite.settings().demo()) {
            demo.start();
        }
        stay(ended);
    }

    /** Until the end; with a parent to watch, until that is gone: whoever dies hands its children over at once. */
    private static void stay(CountDownLatch ended) throws InterruptedException {
        if (!Boolean.getBoolean("parvis.with-parent")) {
            ended.await();
            return;
        }
        long parent = parent();
        while (!ended.await(500, TimeUnit.MILLISECONDS)) {
            if (parent() != parent) {
                System.exit(0);
            }
        }
    }

    private static long parent() {
        return ProcessHandle.current().parent().map(ProcessHandle::pid).orElse(-1L);
    }

    private static LocalPages pages(Suite suite) {
        LocalPages blog = DemoBlog.at(suite);
        LocalPages site = Site.of(suite);
        return request -> blog.answer(request).or(() -> site.answer(request));
    }

    private static void end(Suite suite, Demo demo, CountDownLatch ended) {
        long from = System.nanoTime();
        demo.close();
        suite.close();
        Duration took = Duration.ofNanos(System.nanoTime() - from);
        System.out.println("Parvis has ended after " + took.toMillis() + " ms; what it knows is kept.");
        System.out.flush();
        ended.countDown();
    }

    private static void say(Clock clock, String line) {
        System.out.println(LocalTime.now(clock).truncatedTo(ChronoUnit.SECONDS) + "  " + line);
        System.out.flush();
    }
}
