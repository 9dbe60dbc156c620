package dev.parvis.emulators.ses;

import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.random.RandomGenerator;

import org.jspecify.annotations.Nullable;

import dev.parvis.emulators.Listen;
import dev.parvis.emulators.wire.AwsError;
import dev.parvis.emulators.wire.Endpoint;
import dev.parvis.emulators.wire.Folder;
import dev.parvis.emulators.wire.LostAnswer;
import dev.parvis.emulators.wire.Question;
import dev.parvis.emulators.wire.Reply;

/** SES v2 on one address of this machine, for any credentials and region, until it is closed. Thread-safe. */
public final class LocalSes implements AutoCloseable {
    private static final String SERVICE = "SES";
    private static final String SEND = "/v2/email/outbound-emails";
    /** Base64 in JSON adds a third and a little. */
    private static final int MAX_REQUEST_BYTES = SendEmail.MAX_MESSAGE_BYTES / 3 * 4 + 64 * 1024;

    private final Mailbox mailbox;
    private final InstantSource clock;
    private final Set<String> configurationSets;
    private final Queue<Fault> faults = new ConcurrentLinkedQueue<>();
    private final Endpoint endpoint;

    private LocalSes(Options options) {
        this.mailbox = new Mailbox(Folder.writable(options.folder(), SERVICE));
        this.clock = options.clock();
        this.configurationSets = Set.copyOf(options.configurationSets());
        this.endpoint = Endpoint.start(SERVICE, options.listen(), MAX_REQUEST_BYTES, this::answer);
    }

    /**
     * How to start it.
     *
     * @param folder the mailbox; what it holds outlives the server
     * @param clock what mails are dated with
     * @param configurationSets the ones there are; another is refused. Empty: any name is taken
     */
    public record Options(Path folder, InstantSource clock, Listen listen, Set<String> configurationSets) {}

    public static LocalSes start(Options options) {
        return new LocalSes(options);
    }

    /** What {@code AWS_ENDPOINT_URL_SESV2} should say on this machine. */
    public URI endpoint() {
        return endpoint.url();
    }

    public Mailbox mailbox() {
        return mailbox;
    }

    /** The next calls suffer these, one each, in this order. */
    public void suffer(Fault... next) {
        faults.addAll(List.of(next));
    }

    private Reply answer(Question question) {
        if (!question.method().equals("POST") || !question.path().equals(SEND)) {
            throw new AwsError(
                    404, "UnknownOperationException", question.method() + " " + question.path() + " is not emulated.");
        }
        var fault = faults.poll();
        refuse(fault);
        var mail = new SendEmail(new Fields(question.json())).mail(newId(), clock.instant());
        var set = mail.configurationSet();
        if (!set.isEmpty() && !configurationSets.isEmpty() && !configurationSets.contains(set)) {
            throw new AwsError(404, "NotFoundException", "Configuration set <" + set + "> does not exist.");
        }
        mailbox.put(mail);
        if (fault == Fault.ANSWER_LOST) {
            throw new LostAnswer();
        }
        return Reply.ok(Map.of("MessageId", mail.id()));
    }

    private static void refuse(@Nullable Fault fault) {
        switch (fault) {
            case null -> {}
            case THROTTLED -> throw new AwsError(429, "TooManyRequestsException", "Maximum sending rate exceeded.");
            case REJECTED -> throw new AwsError(400, "MessageRejected", "Email address is not verified.");
            case SUSPENDED -> throw new AwsError(403, "AccountSuspendedException", "Sending is suspended.");
            case BROKEN -> throw new AwsError(500, "InternalServiceErrorException", "Try again.");
            case ANSWER_LOST -> {}
        }
    }

    /** In the shape of the service's own: hexadecimal groups, the time first. */
    private String newId() {
        var random = RandomGenerator.getDefault();
        return "0100%012x-%08x-%04x-%04x-%012x-000000"
                .formatted(
                        clock.millis(),
                        random.nextInt(),
                        random.nextInt(1 << 16),
                        random.nextInt(1 << 16),
                        random.nextLong(1L << 48));
    }

    @Override
    public void close() {
        endpoint.close();
    }
}
