package dev.parvis.functions.webhooks;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

import dev.parvis.aws.lambda.LambdaEntry;

/** What Lambda calls. A request is a delivery of a network. */
public final class WebhooksHandler implements RequestStreamHandler {
    private final LambdaEntry entry;

    /** For Lambda. */
    public WebhooksHandler() {
        this(Wiring.production());
    }

    WebhooksHandler(LambdaEntry entry) {
        this.entry = entry;
    }

    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
        entry.handle(in, out, context);
    }
}
