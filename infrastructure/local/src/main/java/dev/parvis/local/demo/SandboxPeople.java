package dev.parvis.local.demo;

import java.net.URI;

import dev.parvis.kernel.json.Json;
import dev.parvis.kernel.secret.Secret;

/** What the demo does on the sandbox itself: has its webhooks sent to us, and lets somebody speak up under the post. */
final class SandboxPeople implements AutoCloseable {

    private static final String API = "/sandbox/v1";

    private final ApiClient open;
    private final ApiClient account;

    private SandboxPeople(ApiClient open, ApiClient account) {
        this.open = open;
        this.account = account;
    }

    /** The account, made when there is none. */
    static SandboxPeople of(URI sandbox, String account, String name) {
        var open = new ApiClient(sandbox.toString(), new Secret("none"));
        Json session =
                open.send("sandbox account", "POST", API + "/connect", Json.obj("account", account, "name", name));
        String token = session.at("access_token")
                .text()
                .orElseThrow(() -> new DemoFailed("the sandbox gave the demo no token"));
        return new SandboxPeople(open, new ApiClient(sandbox.toString(), new Secret(token)));
    }

    /** Has webhooks sent there; the secret they are signed with, the same for an account whatever the address. */
    Secret sendWebhooksTo(String address) {
        Json hook = account.send("sandbox webhook", "PUT", API + "/webhook", Json.obj("url", address));
        return new Secret(hook.at("secret").textOr("none"));
    }

    /** Somebody comments on the account's newest post, if it has one. */
    void comment(String author, String text) {
        Json posts = account.send("sandbox timeline", "GET", API + "/posts?limit=1", Json.absent());
        posts.at("posts", 0, "id")
                .text()
                .ifPresent(post -> open.send(
                        "comment",
                        "POST",
                        "/__people",
                        Json.obj("post", post, "author", author, "text", text, "language", "fr")));
    }

    @Override
    public void close() {
        open.close();
        account.close();
    }
}
