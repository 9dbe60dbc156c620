package dev.parvis.fakes.sandbox;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

import dev.parvis.fakes.http.Request;
import dev.parvis.fakes.http.Response;
import dev.parvis.fakes.http.Router;

/** What was published, for people: plain HTML, every text escaped. */
final class Pages {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss 'UTC'");
    private static final String STYLE =
            "body{font:16px/1.5 system-ui,sans-serif;max-width:42rem;margin:2rem auto;padding:0 1rem;"
                    + "color:#222;background:#fafaf7}article{background:#fff;border:1px solid #ddd;border-radius:8px;padding:1rem;"
                    + "margin:1rem 0}img,video{max-width:100%;border-radius:4px}.text{white-space:pre-wrap;overflow-wrap:anywhere}"
                    + "small,.hidden{color:#595959}ul{padding-left:1rem}.hidden{font-style:italic}a{color:#1f4f8f}";

    private final State state;
    private final Town town;

    Pages(State state, Town town) {
        this.state = state;
        this.town = town;
    }

    void addTo(Router router) {
        router.on("GET", "/", _ -> page("Sandbox", all()))
                .on("GET", "/media/{id}", this::media)
                .on("GET", "/{account}", this::account)
                .on("GET", "/{account}/{post}", this::post);
    }

    private String all() {
        var html =
                new StringBuilder("<h1>Sandbox</h1><p>A network that needs no account. What was published here:</p>");
        for (Member member : town.members()) html.append(timeline(member));
        return html.toString();
    }

    private Response account(Request request) {
        return town.member(request.variable("account"))
                .map(member -> page(member.name(), timeline(member)))
                .orElseGet(() -> nothing(request));
    }

    private Response post(Request request) {
        return town.post(request.variable("post"))
                .filter(post -> post.account().equals(request.variable("account")))
                .map(post -> page(post.id(), article(post)))
                .orElseGet(() -> nothing(request));
    }

    private Response media(Request request) {
        String id = request.variable("id");
        String type = state.read(() -> state.mediaTypes.getOrDefault(id, ""));
        return type.isEmpty() ? nothing(request) : Response.of(200, type, state.media(id));
    }

    private String timeline(Member member) {
        var html = new StringBuilder("<h2><a href=\"/" + member.id() + "\">" + escape(member.name()) + "</a></h2>");
        List<Post> posts = town.posts(member.id());
        if (posts.isEmpty()) html.append("<p>Nothing yet.</p>");
        posts.forEach(post -> html.append(article(post)));
        return html.toString();
    }

    private String article(Post post) {
        var html = new StringBuilder("<article>" + answered(post) + "<p class=\"text\">"
                + escape(post.content().text()) + "</p>");
        for (Post.Picture picture : post.content().media()) html.append(shown(picture));
        post.content().poll().ifPresent(poll -> html.append(asked(poll)));
        html.append("<small><a href=\"/" + post.account() + "/" + post.id() + "\">" + time(post.createdAt())
                + "</a></small><ul>");
        for (Item item : town.items(post.account()))
            if (item.post().equals(post.id()))
                html.append("<li id=\"" + escape(item.id()) + "\" class=\"" + (town.isHidden(item) ? "hidden" : "")
                        + "\"><b><bdi>" + escape(item.author().name()) + "</bdi></b> <bdi>" + escape(item.text())
                        + "</bdi>"
                        + (town.isHidden(item) ? " <small>(hidden)</small>" : "") + "</li>");
        return html.append("</ul></article>").toString();
    }

    private String answered(Post post) {
        String id = post.content().replyTo();
        return id.isEmpty()
                ? ""
                : "<small>Answers <a href=\"/" + post.account() + "/" + escape(id) + "\">" + escape(id)
                        + "</a></small>";
    }

    private static String shown(Post.Picture picture) {
        String at = "src=\"/media/" + picture.id() + "\"";
        return picture.type().startsWith("video/")
                ? "<video controls " + at + " aria-label=\"" + escape(picture.alt()) + "\"></video>"
                : "<img " + at + " alt=\"" + escape(picture.alt()) + "\">";
    }

    private static String asked(Post.Poll poll) {
        var html = new StringBuilder("<ul>");
        for (String option : poll.options())
            html.append("<li>" + (poll.multiple() ? "☐ " : "○ ") + escape(option) + "</li>");
        return html.append("</ul>").toString();
    }

    private static Response page(String title, String body) {
        return Response.html(
                        200,
                        "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">"
                                + "<title>" + escape(title) + "</title><style>" + STYLE + "</style></head><body>" + body
                                + "</body></html>")
                .with(
                        "Content-Security-Policy",
                        "default-src 'none'; img-src 'self'; media-src 'self'; style-src 'unsafe-inline'");
    }

    private static Response nothing(Request request) {
        return Response.html(
                404,
                "<!doctype html><html lang=\"en\"><title>Not found</title><p>Nothing at " + escape(request.path())
                        + "</p>");
    }

    private static String time(Instant instant) {
        return TIME.format(instant.atOffset(ZoneOffset.UTC));
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
