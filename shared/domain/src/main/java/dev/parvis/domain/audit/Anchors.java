package dev.parvis.domain.audit;

import java.nio.charset.StandardCharsets;

import dev.parvis.domain.files.Files;
import dev.parvis.domain.workspaces.WorkspaceId;

/**
 * The hash of every link, {@code w/WORKSPACE/audit/seal-00000042.txt}, as a file of its own outside the table: whoever rewrites the table's chain from some link on
 * must rewrite these too, in a bucket that keeps every version.
 */
final class Anchors {
    private static final long MOST_BYTES = 1024;

    private final Files files;

    Anchors(Files files) {
        this.files = files;
    }

    /** Whether the file says now what the link says: it may have said something else before. */
    boolean put(Seal seal) {
        return files.create(key(seal), "text/plain", text(seal).getBytes(StandardCharsets.UTF_8));
    }

    /** How a link stands to its file. */
    State look(Seal seal) {
        return files.read(key(seal), MOST_BYTES)
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8).equals(text(seal)) ? State.SAME : State.OTHER)
                .orElse(State.ABSENT);
    }

    enum State {
        SAME,
        OTHER,
        ABSENT
    }

    /** Whether there is a file for a number. */
    boolean has(WorkspaceId workspace, long number) {
        return files.look(key(workspace, number)).isPresent();
    }

    private static String key(Seal seal) {
        return key(seal.workspace(), seal.number());
    }

    private static String key(WorkspaceId workspace, long number) {
        var digits = Long.toString(number);
        return "w/" + workspace + "/audit/seal-" + "0".repeat(Math.max(0, 8 - digits.length())) + digits + ".txt";
    }

    private static String text(Seal seal) {
        return "parvis audit seal\nworkspace " + seal.workspace() + "\nnumber " + seal.number() + "\nsealed "
                + seal.sealedAt() + "\nentries " + seal.entries().size() + "\nhash " + seal.hash() + "\n";
    }
}
