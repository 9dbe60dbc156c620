package dev.parvis.functions.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

import dev.parvis.aws.lambda.LambdaEntry;

/** What Lambda calls. */
public final class ApiHandler implements RequestStreamHandler {
    private final LambdaEntry entry;

    /** For Lambda. */
    public ApiHandler() {
        this(Wiring.production());
    }

    ApiHandler(LambdaEntry entry) {
        this.entry = entry;
    }

    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
        entry.handle(in, out, context);
    }
}
