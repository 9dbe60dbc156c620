package dev.parvis.local.pages;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;

/** Lists the bucket and makes addresses to open its files by. */
final class StoredFiles {

    /** One stored file. */
    record Stored(String key, long bytes, Instant at) {}

    private final HttpClient client;
    private final Presigner presigner;
    private final String bucket;
    private final InstantSource clock;

    StoredFiles(HttpClient client, Presigner presigner, String bucket, InstantSource clock) {
        this.client = client;
        this.presigner = presigner;
        this.bucket = bucket;
        this.clock = clock;
    }

    /** The newest first, at most so many. */
    List<Stored> newest(int most) {
        URI address = presigner.get("/" + bucket, Map.of("list-type", "2", "max-keys", "1000"), clock.instant());
        var request =
                HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(5)).build();
        try {
            HttpResponse<byte[]> answer = client.send(request, BodyHandlers.ofByteArray());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException("the bucket's list was answered " + answer.statusCode());
            }
            return parse(answer.body()).stream()
                    .sorted(Comparator.comparing(Stored::at).reversed())
                    .limit(most)
                    .toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException("S3 did not answer at " + address.getAuthority(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of();
        }
    }

    /** An address that opens the file for ten minutes. */
    URI open(String key) {
        return presigner.get("/" + bucket + "/" + key, Map.of(), clock.instant());
    }

    private static List<Stored> parse(byte[] xml) {
        var factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        var found = new ArrayList<Stored>();
        try {
            var reader = factory.createXMLStreamReader(new ByteArrayInputStream(xml));
            String key = "";
            Instant at = Instant.EPOCH;
            while (reader.hasNext()) {
                if (reader.next() == XMLStreamConstants.START_ELEMENT) {
                    switch (reader.getLocalName()) {
                        case "Key" -> key = reader.getElementText();
                        case "LastModified" -> at = Instant.parse(reader.getElementText());
                        case "Size" -> found.add(new Stored(key, Long.parseLong(reader.getElementText()), at));
                        default -> {}
                    }
                }
            }
            return found;
        } catch (XMLStreamException e) {
            throw new IllegalStateException("the bucket's list cannot be read", e);
        }
    }
}
