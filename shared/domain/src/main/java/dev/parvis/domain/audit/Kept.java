package dev.parvis.domain.audit;

import java.util.TreeMap;

/**
 * An entry as it lies in the trail.
 *
 * @param written the salted hash of what a person wrote with it, 64 hexadecimal digits; empty when nothing was. The text
 *     itself may have been erased since: the hash stays.
 */
public record Kept(AuditEntry entry, String written) {
    /** What a seal says of it: every field of the entry and the hash of the text, never the text. */
    public SealedEntry sealed() {
        var digest = new Digest("parvis.audit.entry.1")
                .add(entry.workspace().value())
                .add(entry.id())
                .add(entry.at().toEpochMilli())
                .add(entry.actor())
                .add(entry.action())
                .add(entry.subject())
                .add(entry.why())
                .add(entry.facts().size());
        new TreeMap<>(entry.facts()).forEach((name, value) -> digest.add(name).add(value));
        return new SealedEntry(entry.at(), entry.id(), digest.add(written).hex());
    }
}
