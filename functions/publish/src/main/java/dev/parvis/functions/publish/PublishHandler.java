package dev.parvis.functions.publish;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

import dev.parvis.aws.lambda.LambdaEntry;

/** What Lambda calls. Woken every minute, and by a post due soon: whatever the trigger says, it looks at the agenda. */
public final class PublishHandler implements RequestStreamHandler {
    private final LambdaEntry entry;

    /** For Lambda. */
    public PublishHandler() {
        this(Wiring.production());
    }

    PublishHandler(LambdaEntry entry) {
        this.entry = entry;
    }

    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
        entry.handle(in, out, context);
    }
}
