package dev.parvis.local.demo;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

import dev.parvis.kernel.http.in.Request;
import dev.parvis.kernel.http.in.Response;
import dev.parvis.local.http.LocalPages;
import dev.parvis.local.suite.Suite;

/** A neighbour's blog with two entries, one of which speaks of the demo's café: an Atom feed at {@value #PATH}. */
public final class DemoBlog implements LocalPages {

    static final String PATH = "/local/demo/feed.xml";

    private static final String FEED = """
            <?xml version="1.0" encoding="utf-8"?>
            <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fr">
              <id>tag:parvis.example,2026:carnet</id>
              <title>Carnet du canal</title>
              <updated>%1$s</updated>
              <author><name>Odile</name></author>
              <entry>
                <id>tag:parvis.example,2026:carnet/cafe</id>
                <title>Un matin au Café Lumière</title>
                <link href="%2$s/local/demo/feed.xml#cafe"/>
                <updated>%1$s</updated>
                <summary>Au Café Lumière, le chocolat chaud est redevenu ce qu’il était : épais, noir, inoubliable.</summary>
              </entry>
              <entry>
                <id>tag:parvis.example,2026:carnet/ecluse</id>
                <title>L’écluse est en travaux</title>
                <link href="%2$s/local/demo/feed.xml#ecluse"/>
                <updated>%1$s</updated>
                <summary>Rien à voir avec un café : l’écluse ferme jusqu’au printemps.</summary>
              </entry>
            </feed>
            """;

    private final Suite suite;
    private final Instant start;

    private DemoBlog(Suite suite, Instant start) {
        this.suite = suite;
        this.start = start;
    }

    /** The blog beside this suite, written a moment ago. */
    public static DemoBlog at(Suite suite) {
        return new DemoBlog(suite, suite.clock().instant().truncatedTo(ChronoUnit.SECONDS));
    }

    @Override
    public Optional<Response> answer(Request request) {
        if (!request.rawPath().equals(PATH) || !request.method().equals("GET")) {
            return Optional.empty();
        }
        return Optional.of(
                Response.text(200, "application/atom+xml; charset=utf-8", FEED.formatted(start, suite.url())));
    }
}
