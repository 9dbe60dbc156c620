package dev.parvis.checks.arrows;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import dev.parvis.checks.Checkout;
import dev.parvis.domain.reasons.Reasons;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * That what is written of a post's course is said in French too. It reads the sources in which reasons are written: a
 * literal of several words there is a reason, or a part of one, unless it is thrown or is listed here.
 */
class ReasonsTest {
    private static final Pattern COMMENT = Pattern.compile("(?s)/\\*.*?\\*/");
    private static final Pattern LITERAL = Pattern.compile(
            "(?<thrown>(?:Exception|super|IllegalState|Interrupted)\\(\\s*)?\"(?<said>(?:[^\"\\\\\n]|\\\\.)*)\"");
    private static final Pattern FORMATTED = Pattern.compile("%(\\.[0-9])?[dfs]");
    private static final Pattern WORDS = Pattern.compile("[A-Za-z].* .*");

    /** Said to programs, of other things, or as a part of what is told in other words. */
    private static final Set<String> ELSEWHERE = Set.of(
            "a media cannot be sent",
            "a day before",
            "whoever leaves has entered",
            "interrupted while waiting for another target",
            "a target in ",
            "the post above",
            "a look at the post above",
            "an upload",
            "a JPEG image",
            "a PNG image",
            "a GIF image",
            "a WebP image",
            "an MP4 video",
            "a QuickTime video",
            "what was named",
            "this is no post of the account",
            "not finished processing",
            "Could not locate record",
            "Could not find repo",
            "the target on channel ",
            "what was sent may still come to stand there until ",
            " in revision ",
            " no longer stands",
            " has no attempt",
            "reading the file of media ",
            "every JDK has SHA-256");

    private static final List<String> WRITTEN_IN = List.of(
            "functions/publish/src/main/java/",
            "shared/domain/src/main/java/dev/parvis/domain/preflight/",
            "shared/domain/src/main/java/dev/parvis/domain/networks/Checks",
            "shared/domain/src/main/java/dev/parvis/domain/posts/Sighting",
            "shared/domain/src/main/java/dev/parvis/domain/posts/Stops",
            "shared/domain/src/main/java/dev/parvis/domain/channels/Renewals",
            "shared/domain/src/main/java/dev/parvis/domain/channels/Connections",
            "shared/networks/src/main/java/dev/parvis/networks/http/Api",
            "shared/networks/src/main/java/dev/parvis/networks/http/Dialect",
            "shared/networks/src/main/java/dev/parvis/networks/http/Gone",
            "shared/networks/src/main/java/dev/parvis/networks/feeds/JsonFeed",
            "shared/networks/src/main/java/dev/parvis/networks/feeds/XmlFeed");

    /** How the classes of a network that publish, prepare, count and look are named. */
    private static final Pattern OF_A_NETWORK = Pattern.compile(
            "shared/networks/src/main/java/dev/parvis/networks/[a-z]+/\\w*(Publishes|Preparation|Text|Look|OwnStatuses|ByHand)\\.java");

    @Test
    void every_reason_that_is_written_is_said_in_french_too() {
        var silent = House.sources().stream()
                .filter(ReasonsTest::writesReasons)
                .flatMap(file -> literals(file)
                        .filter(said -> !Reasons.isKnown(said) && !ELSEWHERE.contains(said))
                        .map(said -> shown(file) + ": " + said))
                .toList();

        assertThat(silent)
                .as("give them their French in dev.parvis.domain.reasons")
                .isEmpty();
    }

    private static boolean writesReasons(Path file) {
        var name = shown(file);
        return WRITTEN_IN.stream().anyMatch(name::startsWith)
                || OF_A_NETWORK.matcher(name).matches();
    }

    private static Stream<String> literals(Path file) {
        var source = COMMENT.matcher(Checkout.text(file)).replaceAll("");
        return LITERAL.matcher(source)
                .results()
                .filter(found -> found.group("thrown") == null)
                .map(found -> FORMATTED.matcher(found.group("said")).replaceAll("{}"))
                .filter(said -> WORDS.matcher(said.strip()).matches());
    }

    private static String shown(Path file) {
        return Checkout.root().relativize(file).toString();
    }
}
