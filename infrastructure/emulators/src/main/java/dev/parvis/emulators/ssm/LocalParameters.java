package dev.parvis.emulators.ssm;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import dev.parvis.emulators.Listen;
import dev.parvis.emulators.ssm.ParameterFile.Parameter;
import dev.parvis.emulators.wire.AwsError;
import dev.parvis.emulators.wire.Endpoint;
import dev.parvis.emulators.wire.Question;
import dev.parvis.emulators.wire.Reply;

/**
 * SSM's parameter store on one address of this machine, for any credentials and region, until it is closed. Names are
 * at most 1011 characters of {@code a-zA-Z0-9_.-/}, values 1 to 4096 bytes (standard tier). Thread-safe.
 */
public final class LocalParameters implements AutoCloseable {
    private static final String SERVICE = "SSM";
    private static final int MAX_REQUEST_BYTES = 256 * 1024;
    private static final int MAX_VALUE_BYTES = 4096;
    private static final int MAX_NAMES = 10;
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_./-]{1,1011}");
    private static final List<String> TYPES = List.of("String", "StringList", "SecureString");

    private final ParameterFile file;
    private final InstantSource clock;
    private final Endpoint endpoint;

    private LocalParameters(Path file, InstantSource clock, Listen listen) {
        this.file = new ParameterFile(file);
        this.clock = clock;
        this.endpoint = Endpoint.start(SERVICE, listen, MAX_REQUEST_BYTES, this::answer);
    }

    /** Serves this file, which need not be there yet; what it holds outlives the server. */
    public static LocalParameters start(Path file, InstantSource clock, Listen listen) {
        return new LocalParameters(file, clock, listen);
    }

    /** What {@code AWS_ENDPOINT_URL_SSM} should say on this machine. */
    public URI endpoint() {
        return endpoint.url();
    }

    /** The value in clear, if there is such a parameter. */
    public Optional<String> value(String name) {
        return file.find(name).map(Parameter::value);
    }

    /** Makes a secure string unless the name is taken already. */
    public void putIfAbsent(String name, String value) {
        checked(name, "SecureString", value);
        file.putNew(name, "SecureString", value, clock.millis());
    }

    private Reply answer(Question question) {
        var request = question.json();
        return switch (question.target()) {
            case "AmazonSSM.GetParameter" -> get(request);
            case "AmazonSSM.GetParameters" -> getAll(request);
            case "AmazonSSM.PutParameter" -> put(request);
            case "AmazonSSM.DeleteParameter" -> delete(request);
            default -> throw new AwsError(400, "UnknownOperationException", question.target() + " is not emulated.");
        };
    }

    private Reply get(Map<String, Object> request) {
        var name = text(request, "Name", "");
        var parameter = file.find(name).orElseThrow(LocalParameters::notFound);
        return Reply.ok(Map.of("Parameter", shown(name, parameter, isDecrypting(request))));
    }

    private Reply getAll(Map<String, Object> request) {
        var names = request.get("Names") instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.<String>of();
        if (names.isEmpty() || names.size() > MAX_NAMES) {
            throw AwsError.validation("'names' must have 1 to " + MAX_NAMES + " members");
        }
        var found = new ArrayList<Map<String, Object>>();
        var missing = new ArrayList<String>();
        for (var name : names) {
            file.find(name)
                    .ifPresentOrElse(
                            parameter -> found.add(shown(name, parameter, isDecrypting(request))),
                            () -> missing.add(name));
        }
        return Reply.ok(Map.of("Parameters", found, "InvalidParameters", missing));
    }

    private Reply put(Map<String, Object> request) {
        var name = text(request, "Name", "");
        var type = text(request, "Type", "String");
        var value = text(request, "Value", "");
        checked(name, type, value);
        var isOverwriting = Boolean.TRUE.equals(request.get("Overwrite"));
        var version = isOverwriting
                ? Optional.of(file.replace(name, type, value, clock.millis()))
                : file.putNew(name, type, value, clock.millis());
        return Reply.ok(Map.of(
                "Version",
                version.orElseThrow(() -> new AwsError(
                        400,
                        "ParameterAlreadyExists",
                        "The parameter already exists. To overwrite this value, set the overwrite option.")),
                "Tier",
                "Standard"));
    }

    private Reply delete(Map<String, Object> request) {
        if (!file.remove(text(request, "Name", ""))) {
            throw notFound();
        }
        return Reply.ok(Map.of());
    }

    private static void checked(String name, String type, String value) {
        if (!NAME.matcher(name).matches()) {
            throw AwsError.validation("Parameter name: can't have characters other than letters, digits and _.-/");
        }
        if (!TYPES.contains(type)) {
            throw AwsError.validation("'type' must be one of " + TYPES);
        }
        var length = value.getBytes(StandardCharsets.UTF_8).length;
        if (length < 1 || length > MAX_VALUE_BYTES) {
            throw AwsError.validation(
                    "Standard tier parameters support a value of 1 to " + MAX_VALUE_BYTES + " bytes.");
        }
    }

    private static Map<String, Object> shown(String name, Parameter parameter, boolean isDecrypted) {
        var isHidden = parameter.type().equals("SecureString") && !isDecrypted;
        var hidden = Base64.getEncoder()
                .encodeToString(("sealed version " + parameter.version()).getBytes(StandardCharsets.UTF_8));
        return Map.of(
                "Name",
                name,
                "Type",
                parameter.type(),
                "Value",
                isHidden ? hidden : parameter.value(),
                "Version",
                parameter.version(),
                "LastModifiedDate",
                parameter.changedMillis() / 1000.0,
                "ARN",
                "arn:aws:ssm:eu-west-3:000000000000:parameter" + (name.startsWith("/") ? "" : "/") + name,
                "DataType",
                "text");
    }

    private static boolean isDecrypting(Map<String, Object> request) {
        return Boolean.TRUE.equals(request.get("WithDecryption"));
    }

    private static String text(Map<String, Object> request, String name, String otherwise) {
        return request.getOrDefault(name, otherwise) instanceof String text ? text : otherwise;
    }

    private static AwsError notFound() {
        return new AwsError(400, "ParameterNotFound", "The parameter couldn't be found.");
    }

    @Override
    public void close() {
        endpoint.close();
    }
}
