package dev.parvis.emulators.template;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The deployed system, read from its SAM {@code template.yaml} and evaluated with this machine's values. Immutable.
 * Every reader throws {@link TemplateError} when the place it reads is malformed or refers to nothing.
 */
public final class Template {
    private static final String FILE = "template.yaml";

    private final Path file;
    private final Map<String, Object> root;
    private final Resolver resolver;

    private Template(Path file, Map<String, Object> root, Map<String, String> values) {
        this.file = file;
        this.root = root;
        this.resolver = new Resolver(root, values);
    }

    /** The template in this file, with parameters at their defaults. */
    public static Template load(Path file) {
        try {
            var path = file.toAbsolutePath().normalize();
            return new Template(path, TemplateYaml.parse(Files.readString(path), path.toString()), Map.of());
        } catch (IOException e) {
            throw new TemplateError("cannot read " + file, e);
        }
    }

    /** The {@code template.yaml} of the checkout: in the working directory or the nearest directory above it. */
    public static Template find() {
        var start = Path.of("").toAbsolutePath();
        return find(start)
                .map(Template::load)
                .orElseThrow(() -> new TemplateError("no " + FILE + " in " + start + " or above"));
    }

    static Optional<Path> find(Path start) {
        for (var folder = start; folder != null; folder = folder.getParent()) {
            if (Files.isRegularFile(folder.resolve(FILE))) {
                return Optional.of(folder.resolve(FILE));
            }
        }
        return Optional.empty();
    }

    /**
     * The same template seen from one place. Keys are parameter names, pseudo parameters ({@code AWS::Region}),
     * logical ids (what {@code !Ref} gives) and {@code LogicalId.Attribute} (what {@code !GetAtt} gives). Without a value
     * of its own a resource's {@code !Ref} is its logical id and its ARN made up; pseudo parameters are a stack
     * {@code parvis} of account 000000000000 in {@code eu-west-3}.
     */
    public Template with(Map<String, String> values) {
        return new Template(file, root, Map.copyOf(values));
    }

    public Path file() {
        return file;
    }

    private Path folder() {
        var parent = file.getParent();
        return parent == null ? file : parent;
    }

    /** Every parameter with its default; empty text where it has none. */
    public Map<String, String> parameters() {
        var parameters = new LinkedHashMap<String, String>();
        Nodes.map(root, "Parameters")
                .forEach((name, node) -> parameters.put(name, Nodes.text(Nodes.map(node), "Default", "")));
        return parameters;
    }

    /** Every resource whose condition holds: logical id to type, in the file's order. */
    public Map<String, String> resources() {
        var types = new LinkedHashMap<String, String>();
        Nodes.map(root, "Resources").forEach((id, node) -> {
            var resource = Nodes.map(node);
            var condition = resource.get("Condition");
            if (condition == null || resolver.holds(Nodes.scalar(condition))) {
                types.put(id, Nodes.text(resource, "Type"));
            }
        });
        return types;
    }

    /** The logical ids of one type's resources, such as {@code AWS::S3::Bucket}. */
    public List<String> resourcesOf(String type) {
        return resources().entrySet().stream()
                .filter(entry -> entry.getValue().equals(type))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** A resource's properties, evaluated: maps, lists, strings, numbers, booleans. */
    public Map<String, Object> properties(String id) {
        var resource = Nodes.map(root, "Resources").get(id);
        if (resource == null) {
            throw new TemplateError(file + " has no resource " + id);
        }
        return at(id, Nodes.map(Nodes.map(resource), "Properties"));
    }

    /** Every function, in the file's order. */
    public List<DeclaredFunction> functions() {
        var globals = at("Globals", Nodes.map(Nodes.map(root, "Globals"), "Function"));
        var authorizers = new LinkedHashMap<String, String>();
        for (var id : resourcesOf("AWS::Serverless::HttpApi")) {
            var name = Nodes.scalar(resolver.resolve(new Intrinsic("Ref", id)));
            var auth = Nodes.map(Nodes.map(Nodes.map(Nodes.map(root, "Resources"), id), "Properties"), "Auth");
            authorizers.put(name, Nodes.text(auth, "DefaultAuthorizer", ""));
        }
        return resourcesOf("AWS::Serverless::Function").stream()
                .map(id -> function(id, globals, authorizers))
                .toList();
    }

    private DeclaredFunction function(String id, Map<String, Object> globals, Map<String, String> authorizers) {
        try {
            return DeclaredFunction.of(id, properties(id), globals, folder(), authorizers);
        } catch (TemplateError e) {
            throw new TemplateError(id + ": " + e.getMessage(), e);
        }
    }

    /** The one HTTP API. */
    public DeclaredApi api() {
        var id = only("AWS::Serverless::HttpApi");
        return DeclaredApi.of(id, properties(id));
    }

    /** What an output of the stack says on this machine. */
    public String output(String name) {
        return Nodes.text(at("Outputs", Nodes.map(Nodes.map(root, "Outputs"), name)), "Value");
    }

    /** The one table. */
    public TableSpec table() {
        var id = only("AWS::DynamoDB::Table");
        return TableSpec.of(id, properties(id));
    }

    /** The one bucket. */
    public BucketSpec bucket() {
        var id = only("AWS::S3::Bucket");
        return BucketSpec.of(id, properties(id));
    }

    /** The logical id of the one resource of this type. */
    public String only(String type) {
        var ids = resourcesOf(type);
        if (ids.size() != 1) {
            throw new TemplateError(file + " should have one " + type + " and has " + ids);
        }
        return ids.getFirst();
    }

    private Map<String, Object> at(String place, Object node) {
        try {
            return Nodes.map(resolver.resolve(node));
        } catch (TemplateError e) {
            throw new TemplateError(place + ": " + e.getMessage(), e);
        }
    }
}
