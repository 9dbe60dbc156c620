package dev.parvis.bench.world;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The deployed template with other hours: everything else of it stays as it is. */
public final class Templates {

    private static final String NAME = "template.yaml";

    private Templates() {}

    /** No schedule and no rule fires. */
    public static Path quiet(Path folder) {
        return write(
                folder,
                text().replaceAll("(?m)^( +)(ScheduleExpression: .*)$", "$1$2\n$1State: DISABLED")
                        .replaceAll("(?m)^( +)(EventBusName: .*)$", "$1$2\n$1State: DISABLED"));
    }

    /** Every schedule fires each minute, so that all functions are warm within two. */
    public static Path eachMinute(Path folder) {
        return write(
                folder, text().replaceAll("(?m)^( +)ScheduleExpression: .*$", "$1ScheduleExpression: rate(1 minute)"));
    }

    /** The template of this checkout. */
    public static Path deployed() {
        Path found = Path.of(NAME).toAbsolutePath();
        if (!Files.isRegularFile(found)) {
            throw new IllegalStateException("the bench is run in the folder of " + NAME + ", not in "
                    + Path.of("").toAbsolutePath());
        }
        return found;
    }

    private static String text() {
        Path deployed = deployed();
        try {
            return Files.readString(deployed).replaceAll("(?m)^( +CodeUri: )", "$1" + deployed.getParent() + "/");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + deployed, e);
        }
    }

    private static Path write(Path folder, String text) {
        Path file = folder.resolve(NAME);
        try {
            Files.createDirectories(folder);
            return Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }
}
