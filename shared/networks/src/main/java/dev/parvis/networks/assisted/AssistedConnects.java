package dev.parvis.networks.assisted;

import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import dev.parvis.domain.channels.Connection;
import dev.parvis.domain.channels.Credential;
import dev.parvis.domain.networks.Connects;
import dev.parvis.kernel.secret.Email;
import dev.parvis.networks.http.Texts;
import dev.parvis.networks.http.Urls;

/** Takes the answers as they are: there is nobody to ask whether they are right. */
final class AssistedConnects implements Connects {
    static final String URL = "url";
    static final String PERSON = "person";
    static final String BACKUP = "backup";
    static final String LANGUAGE = "language";

    private static final int LONGEST_NAME = 40;
    private static final int LONGEST_HANDLE = 100;
    private static final int LONGEST_URL = 2_000;

    @Override
    public List<Field> fields() {
        return List.of(
                new Field("name", false, true),
                new Field("handle", false, true),
                new Field(URL, false, true),
                new Field(PERSON, false, true),
                new Field(BACKUP, false, false),
                new Field(LANGUAGE, false, false));
    }

    @Override
    public Connecting connect(Map<String, String> answers) {
        var name = Texts.line(answers.getOrDefault("name", "").strip(), LONGEST_NAME);
        var handle = Texts.line(answers.getOrDefault("handle", "").strip(), LONGEST_HANDLE);
        var url = answers.getOrDefault(URL, "").strip();
        var server = Optional.of(url)
                .filter(text -> text.length() <= LONGEST_URL && Urls.isLink(text))
                .flatMap(Urls::server);
        if (name.isEmpty()) {
            return new Connecting.Refused("name", "what people call the network is needed: Snapchat, for example");
        }
        if (handle.isEmpty()) {
            return new Connecting.Refused("handle", "what the account is called there is needed");
        }
        if (server.isEmpty()) {
            return new Connecting.Refused(URL, "this is not the address of a page");
        }
        return people(answers)
                .orElseGet(() -> new Connecting.Connected(
                        server.get(),
                        (name + "/" + handle).toLowerCase(Locale.ROOT),
                        name + " " + handle,
                        new Credential(parts(answers, url)),
                        Instant.MAX));
    }

    /** What is wrong with who is asked; empty when nothing is. */
    private static Optional<Connecting> people(Map<String, String> answers) {
        if (email(answers, PERSON).isEmpty()) {
            return Optional.of(new Connecting.Refused(PERSON, "this is not an e-mail address"));
        }
        if (!answers.getOrDefault(BACKUP, "").isBlank()
                && email(answers, BACKUP).isEmpty()) {
            return Optional.of(new Connecting.Refused(BACKUP, "this is not an e-mail address"));
        }
        return List.of("fr", "en").contains(language(answers))
                ? Optional.empty()
                : Optional.of(new Connecting.Refused(LANGUAGE, "this must be fr or en"));
    }

    private static Optional<Email> email(Map<String, String> answers, String field) {
        return Email.parse(answers.getOrDefault(field, "").strip());
    }

    private static String language(Map<String, String> answers) {
        return answers.getOrDefault(LANGUAGE, "fr").strip().toLowerCase(Locale.ROOT);
    }

    private static Map<String, String> parts(Map<String, String> answers, String url) {
        var parts = new HashMap<String, String>();
        parts.put(URL, URI.create(url).toString());
        parts.put(LANGUAGE, language(answers));
        email(answers, PERSON).ifPresent(email -> parts.put(PERSON, email.reveal()));
        email(answers, BACKUP).ifPresent(email -> parts.put(BACKUP, email.reveal()));
        return parts;
    }

    @Override
    public Renewal refresh(Connection connection) {
        return new Renewal.Lasting();
    }
}
