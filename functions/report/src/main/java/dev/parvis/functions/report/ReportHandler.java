package dev.parvis.functions.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

import dev.parvis.aws.lambda.LambdaEntry;

/** What Lambda calls. Whatever woke it, it looks at the agenda: a request is only a reason to look early. */
public final class ReportHandler implements RequestStreamHandler {
    private final LambdaEntry entry;

    /** For Lambda. */
    public ReportHandler() {
        this(Wiring.production());
    }

    ReportHandler(LambdaEntry entry) {
        this.entry = entry;
    }

    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
        entry.handle(in, out, context);
    }
}
