package dev.parvis.emulators.ses;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;

import dev.parvis.emulators.EmulatorFailed;
import dev.parvis.emulators.wire.Folder;

/** The mails taken so far, one file each, in one folder. Thread-safe; several processes may read. */
public final class Mailbox {
    private static final Pattern ID = Pattern.compile("[0-9a-f-]{10,80}");
    private static final String SUFFIX = ".json";

    private final Path folder;
    private final AtomicLong sequence;

    Mailbox(Path folder) {
        this.folder = folder;
        this.sequence = new AtomicLong(files().size());
    }

    /** The newest mails first, at most so many. */
    public List<Mail> newest(int limit) {
        return files().stream()
                .sorted(Comparator.reverseOrder())
                .limit(limit)
                .map(Mailbox::read)
                .flatMap(Optional::stream)
                .toList();
    }

    /** How many mails there are. */
    public int size() {
        return files().size();
    }

    /** The mail whose sender was given this message id. */
    public Optional<Mail> find(String id) {
        if (!ID.matcher(id).matches()) {
            return Optional.empty();
        }
        return files().stream()
                .filter(file -> file.getFileName().toString().endsWith("-" + id + SUFFIX))
                .findFirst()
                .flatMap(Mailbox::read);
    }

    void put(Mail mail) {
        // The sequence keeps mails of one millisecond in order.
        var name = "%013d-%06d-%s%s"
                .formatted(mail.at().toEpochMilli(), sequence.incrementAndGet() % 1_000_000, mail.id(), SUFFIX);
        Folder.write(folder.resolve(name), mail.json());
    }

    private List<Path> files() {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(SUFFIX))
                    .toList();
        } catch (IOException e) {
            throw new EmulatorFailed("cannot read the mailbox " + folder, e);
        }
    }

    private static Optional<Mail> read(Path file) {
        try {
            return Optional.of(Mail.of(Files.readAllBytes(file)));
        } catch (NoSuchFileException e) {
            return Optional.empty(); // deleted by hand since it was listed
        } catch (IOException e) {
            throw new EmulatorFailed("cannot read the mail " + file, e);
        }
    }
}
