package dev.parvis.networks.http;

import dev.parvis.kernel.http.out.Call;
import dev.parvis.kernel.http.out.CallFailed;
import dev.parvis.kernel.http.out.Outbound;
import dev.parvis.kernel.http.out.Policy;

/**
 * Calls a network's servers: a call goes out at most once and ends in a {@link Reply}; nothing is thrown. The one exception
 * changes nothing: a GET whose connection broke before any answer is made once more, because a server may just have closed a
 * kept connection.
 */
public final class Api {
    private final Outbound outbound;
    private final Dialect dialect;

    public Api(Outbound outbound, Dialect dialect) {
        this.outbound = outbound;
        this.dialect = dialect;
    }

    /** Makes the call over https, on any port; the servers that the local runner allows are let through. */
    public Reply send(Call call) {
        var guarded = call.with(Policy.network());
        try {
            return once(guarded);
        } catch (CallFailed.MaybeSent doubtful) {
            return isCutRead(call, doubtful) ? again(guarded) : doubtful(doubtful);
        }
    }

    private static boolean isCutRead(Call call, CallFailed.MaybeSent doubtful) {
        return call.method().equals("GET")
                && doubtful.reason() == CallFailed.MaybeSent.Reason.CUT
                && doubtful.partialStatus().isEmpty();
    }

    private Reply again(Call read) {
        try {
            return once(read);
        } catch (CallFailed.MaybeSent doubtful) {
            return doubtful(doubtful);
        }
    }

    private Reply once(Call call) {
        try {
            return dialect.read(outbound.send(call));
        } catch (CallFailed.NotSent unsent) {
            return unsent(unsent);
        }
    }

    private static Reply doubtful(CallFailed.MaybeSent doubtful) {
        return new Reply.Doubtful(
                switch (doubtful.reason()) {
                    case TIME_OUT -> "the server did not answer in time";
                    case CUT -> "the connection broke before the answer was whole";
                    case INTERRUPTED -> "the call was broken off";
                    case ANSWER_TOO_LARGE -> "the server's answer is too large";
                    case ANSWER_MALFORMED -> "the server's answer cannot be read";
                });
    }

    private static Reply unsent(CallFailed.NotSent unsent) {
        return switch (unsent.reason()) {
            case DNS -> new Reply.Unsent("the server's name cannot be resolved");
            case CONNECT -> new Reply.Unsent("the server cannot be reached");
            case TLS -> new Reply.Unsent("no secure connection to the server can be made");
            case TIME_OUT -> new Reply.Unsent("the server cannot be reached in time");
            case INTERRUPTED -> new Reply.Unsent("the call was broken off");
            case REFUSED_ADDRESS -> new Reply.Refused(0, "address_refused", "this address is never called");
            case REFUSED_URL -> new Reply.Refused(0, "url_refused", "only public https addresses are called");
            case TOO_MANY_REDIRECTS -> new Reply.Refused(0, "redirects", "the server redirects too often");
        };
    }
}
