package dev.parvis.checks.arrows;

import java.util.Arrays;
import java.util.stream.Stream;

/** One module of the build: where it is, its package, and all that its main classes may know beside the JDK and themselves. */
enum Module {
    KERNEL("shared/kernel", "kernel", "okhttp3..", "okio..", "kotlin.."),
    DOMAIN("shared/domain", "domain"),
    AWS("shared/aws", "aws", Known.KERNEL, Known.SDK, Known.LAMBDA),
    TABLE("shared/table", "table", Known.DOMAIN, Known.KERNEL, Known.AWS, Known.SDK),
    FILES("shared/files", "files", Known.DOMAIN, Known.KERNEL, Known.AWS, Known.SDK),
    MAIL("shared/mail", "mail", Known.DOMAIN, Known.KERNEL, Known.AWS, Known.SDK),
    BUS("shared/bus", "bus", Known.DOMAIN, Known.KERNEL, Known.AWS),
    VAULT("shared/vault", "vault", Known.DOMAIN, Known.KERNEL, Known.AWS),
    RECURRENCE("shared/recurrence", "recurrence", Known.DOMAIN, "org.dmfs.."),
    NETWORKS("shared/networks", "networks", Known.DOMAIN, Known.KERNEL),
    PUBLISH("functions/publish", "functions.publish", Known.SHARED),
    LISTEN("functions/listen", "functions.listen", Known.SHARED),
    WEBHOOKS("functions/webhooks", "functions.webhooks", Known.SHARED),
    MODERATE("functions/moderate", "functions.moderate", Known.SHARED),
    MEASURE("functions/measure", "functions.measure", Known.SHARED),
    REPORT("functions/report", "functions.report", Known.SHARED, "org.apache.pdfbox..", "org.apache.fontbox.."),
    NOTIFY("functions/notify", "functions.notify", Known.SHARED),
    TOKENS("functions/tokens", "functions.tokens", Known.SHARED),
    API("functions/api", "functions.api", Known.SHARED),
    EMULATORS("infrastructure/emulators", "emulators", Known.OTHERS),
    FAKES("infrastructure/fakes", "fakes", Known.OTHERS),
    LOCAL("infrastructure/local", "local", Known.OTHERS, Known.KERNEL, "dev.parvis.emulators..", "dev.parvis.fakes.."),
    BENCH("infrastructure/bench", "bench", Known.OTHERS, Known.EVERY_ROOM),
    CHECKS("infrastructure/checks", "checks", Known.OTHERS, Known.EVERY_ROOM);

    /** Names that stand for packages of others. */
    private static final class Known {
        static final String KERNEL = "dev.parvis.kernel..";
        static final String DOMAIN = "dev.parvis.domain..";
        static final String AWS = "dev.parvis.aws..";
        static final String SDK = "software.amazon..";
        static final String LAMBDA = "com.amazonaws.services.lambda.runtime..";

        /** All of {@code shared}, for the functions: they wire it. */
        static final String SHARED = "SHARED";

        /** Libraries of others, whichever: only what runs beside the functions, never in them, is this free. */
        static final String OTHERS = "OTHERS";

        static final String EVERY_ROOM = "dev.parvis..";

        static Stream<String> spelled(String name) {
            return switch (name) {
                case SHARED ->
                    Stream.of(
                            KERNEL,
                            DOMAIN,
                            AWS,
                            LAMBDA,
                            "dev.parvis.table..",
                            "dev.parvis.files..",
                            "dev.parvis.mail..",
                            "dev.parvis.bus..",
                            "dev.parvis.vault..",
                            "dev.parvis.recurrence..",
                            "dev.parvis.networks..");
                case OTHERS -> Stream.of("com..", "org..", "net..", "io..", "software..", "okhttp3..", "okio..");
                default -> Stream.of(name);
            };
        }
    }

    private static final String[] JDK = {"java..", "javax..", "jdk..", "com.sun.net..", "org.w3c.dom..", "org.xml.sax.."
    };

    private final String path;
    private final String name;
    private final String[] known;

    Module(String path, String name, String... known) {
        this.path = path;
        this.name = "dev.parvis." + name;
        this.known = known;
    }

    /** Below the checkout's root. */
    String path() {
        return path;
    }

    /** Its package, subpackages included. */
    String packages() {
        return name + "..";
    }

    /** Its package with a group for a feature, for slices. */
    String features() {
        return name + ".(**)";
    }

    /** The package itself. */
    String root() {
        return name;
    }

    /** All that its classes may depend on. */
    String[] mayKnow() {
        Stream<String> own = Stream.of(packages(), "org.jspecify.annotations..");
        Stream<String> others = Arrays.stream(known).flatMap(Known::spelled);
        return Stream.of(Arrays.stream(JDK), own, others).flatMap(all -> all).toArray(String[]::new);
    }
}
