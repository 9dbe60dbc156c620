package dev.parvis.functions.api.history;

import java.time.InstantSource;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.function.Supplier;

import dev.parvis.domain.audit.Audit;
import dev.parvis.domain.audit.Seals;
import dev.parvis.domain.audit.TrailVerifier;
import dev.parvis.domain.audit.Verification;
import dev.parvis.domain.files.Files;
import dev.parvis.functions.api.calls.Caller;
import dev.parvis.functions.api.calls.Inputs;
import dev.parvis.functions.api.calls.Members;
import dev.parvis.functions.api.calls.Place;
import dev.parvis.kernel.http.in.Request;
import dev.parvis.kernel.http.in.Response;
import dev.parvis.kernel.http.in.Router;
import dev.parvis.kernel.json.Json;

/** {@code /v1/workspaces/{workspace}/audit/verification}: recomputes a month of the chain, at every call. */
public final class VerificationRoute {
    private final Audit audit;
    private final Seals seals;
    private final Supplier<Files> files;
    private final InstantSource clock;

    public VerificationRoute(Audit audit, Seals seals, Supplier<Files> files, InstantSource clock) {
        this.audit = audit;
        this.seals = seals;
        this.files = files;
        this.clock = clock;
    }

    public void on(Router router, Members members) {
        router.get("/v1/workspaces/{workspace}/audit/verification", members.reads(Place.WORKSPACE, this::verify));
    }

    private Response verify(Request request, Caller caller) {
        var month = Inputs.month(request, YearMonth.from(clock.instant().atZone(ZoneOffset.UTC)));
        var verifier = new TrailVerifier(audit, seals, files.get());
        return Response.json(200, json(verifier.verify(caller.workspace(), month)));
    }

    private static Json json(Verification told) {
        return Json.obj(
                "month",
                told.month().toString(),
                "sound",
                told.sound(),
                "entries",
                told.entries(),
                "sealed",
                told.sealed(),
                "late",
                told.late(),
                "waiting",
                told.waiting(),
                "firstSeal",
                told.first(),
                "lastSeal",
                told.last(),
                "head",
                told.head(),
                "findings",
                told.findings().stream()
                        .map(finding -> Json.obj("kind", finding.kind(), "subject", finding.subject()))
                        .toList());
    }
}
