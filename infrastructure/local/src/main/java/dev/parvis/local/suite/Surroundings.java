package dev.parvis.local.suite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.parvis.emulators.s3.LocalS3;
import dev.parvis.emulators.template.Template;
import dev.parvis.kernel.json.Json;

/** What the cloud would supply to the template and to the functions' environment, said by this machine. */
final class Surroundings {

    static final String REGION = "eu-west-3";

    private Surroundings() {}

    /** The template with this machine's values for its parameters and references. */
    static Template template(Settings settings) {
        Template found =
                settings.template().toString().isEmpty() ? Template.find() : Template.load(settings.template());
        return found.with(Map.ofEntries(
                Map.entry("AWS::Region", REGION),
                Map.entry("AWS::AccountId", "000000000000"),
                Map.entry("AWS::Partition", "aws"),
                Map.entry("AWS::URLSuffix", "amazonaws.com"),
                Map.entry("AWS::StackName", "parvis"),
                Map.entry("Owner", settings.owner()),
                Map.entry("MailFrom", "parvis@parvis.example"),
                Map.entry("MailDomain", "parvis.example"),
                Map.entry("Table", Services.TABLE),
                Map.entry("Bucket", Services.BUCKET),
                Map.entry("Bus", Services.BUS),
                Map.entry("MailConfiguration", Services.MAIL_CONFIGURATION)));
    }

    /** What every function is told beside the template's own variables. */
    static Map<String, String> environment(Settings settings, String publicUrl, Services services) {
        var environment = new TreeMap<String, String>();
        environment.put("AWS_REGION", REGION);
        environment.put("AWS_DEFAULT_REGION", REGION);
        environment.put("AWS_ACCESS_KEY_ID", LocalS3.ACCESS_KEY);
        environment.put("AWS_SECRET_ACCESS_KEY", LocalS3.SECRET_KEY);
        environment.put("PARVIS_PUBLIC_URL", publicUrl);
        environment.put("PARVIS_LOOPBACK_ALLOWED", loopback(publicUrl, services.sandbox()));
        services.endpoints().forEach((name, endpoint) -> environment.put(name, endpoint.toString()));
        environment.putAll(settings.environment());
        return environment;
    }

    /** The addresses on this machine that functions may call on behalf of a user: the sandbox and the suite itself. */
    private static String loopback(String publicUrl, URI sandbox) {
        int own = URI.create(publicUrl).getPort();
        return Stream.of(sandbox.getPort(), own)
                .flatMap(port -> Stream.of("127.0.0.1:" + port, "localhost:" + port))
                .collect(Collectors.joining(","));
    }

    /** Writes the variables in the SAM CLI's format, the addresses as a container reaches this machine. */
    static void writeForContainers(Path file, Map<String, String> environment, Blueprint blueprint) {
        var parameters = new LinkedHashMap<>(environment);
        blueprint.functions().forEach(function -> function.spec().environment().forEach(parameters::putIfAbsent));
        Map<String, String> reachable = parameters.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> fromContainer(entry.getValue()), (a, b) -> a, TreeMap::new));
        try {
            Files.writeString(file, Json.obj("Parameters", reachable) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    private static String fromContainer(String value) {
        return value.replace("://127.0.0.1:", "://host.docker.internal:")
                .replace("://localhost:", "://host.docker.internal:")
                .replaceAll("(^|,)(127\\.0\\.0\\.1|localhost):", "$1host.docker.internal:");
    }
}
