package dev.parvis.bench.world;

import java.util.Optional;

import dev.parvis.kernel.http.in.Request;
import dev.parvis.kernel.http.in.Response;
import dev.parvis.local.http.LocalPages;

/** An Atom feed beside the suite, in which nothing new is ever written. */
final class Feed implements LocalPages {

    static final String PATH = "/local/bench/feed.xml";

    private static final String ATOM = """
            <?xml version="1.0" encoding="utf-8"?>
            <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fr">
              <id>tag:parvis.example,2026:banc</id>
              <title>Banc</title>
              <updated>2026-11-01T00:00:00Z</updated>
              <author><name>Odile</name></author>
              <entry>
                <id>tag:parvis.example,2026:banc/1</id>
                <title>Une écluse</title>
                <link href="https://parvis.example/banc/1"/>
                <updated>2026-11-01T00:00:00Z</updated>
                <summary>Rien de neuf.</summary>
              </entry>
            </feed>
            """;

    @Override
    public Optional<Response> answer(Request request) {
        boolean ours = request.rawPath().equals(PATH) && request.method().equals("GET");
        return ours ? Optional.of(Response.text(200, "application/atom+xml; charset=utf-8", ATOM)) : Optional.empty();
    }
}
