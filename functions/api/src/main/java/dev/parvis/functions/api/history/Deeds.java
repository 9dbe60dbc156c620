package dev.parvis.functions.api.history;

import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

import dev.parvis.domain.audit.Audit;
import dev.parvis.domain.audit.AuditEntry;
import dev.parvis.functions.api.calls.Caller;
import dev.parvis.kernel.secret.Sha256;

/** Writes into the audit trail what a member has done: ids only, never what was typed. */
public final class Deeds {
    private final Audit audit;
    private final InstantSource clock;

    public Deeds(Audit audit, InstantSource clock) {
        this.audit = audit;
        this.clock = clock;
    }

    /** @param version of the subject after the deed: with it, a deed is one entry however often it is written */
    public void done(Caller caller, String deed, String subject, long version) {
        done(caller, deed, subject, version, Map.of());
    }

    /** The same with more to know of it. */
    public void done(Caller caller, String deed, String subject, long version, Map<String, String> more) {
        var facts = new LinkedHashMap<>(more);
        facts.put("version", Long.toString(version));
        audit.add(new AuditEntry(
                caller.workspace(),
                subject.replace('/', '.') + ".v" + version + "." + deed,
                clock.instant(),
                caller.subject(),
                deed,
                subject,
                "",
                facts));
    }

    /** A deed to a person, who stands in the trail under a hash: who was removed can be forgotten. */
    public void toMember(Caller caller, String deed, String subject) {
        done(
                caller,
                deed,
                "member/" + Sha256.hex(caller.workspace() + "\n" + subject).substring(0, 32),
                clock.millis());
    }
}
