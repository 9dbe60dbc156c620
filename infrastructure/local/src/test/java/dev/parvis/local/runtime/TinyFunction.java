package dev.parvis.local.runtime;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.tools.ToolProvider;

/** A real function zip, compiled when a test asks for it: it does what its event tells it to. */
public final class TinyFunction {

    private static final String SOURCE = """
            package tiny;
            import com.amazonaws.services.lambda.runtime.*;
            import java.io.*;
            import java.nio.charset.StandardCharsets;
            public class Tiny implements RequestStreamHandler {
                private int calls;
                public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
                    String event = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                    System.out.println("{\\"event\\":\\"called\\",\\"id\\":\\"" + context.getAwsRequestId() + "\\"}");
                    if (event.contains("throw")) throw new IllegalStateException("asked to");
                    if (event.contains("exit")) System.exit(7);
                    if (event.contains("hang")) hang();
                    if (event.contains("env")) { out.write(System.getenv().toString().getBytes()); return; }
                    out.write(("{\\"echo\\":" + event + ",\\"calls\\":" + ++calls + ",\\"left\\":"
                            + context.getRemainingTimeInMillis() + "}").getBytes(StandardCharsets.UTF_8));
                }
                private static void hang() {
                    while (true) java.util.concurrent.locks.LockSupport.park();
                }
            }
            """;

    private TinyFunction() {}

    /** The zip, written to the folder. */
    public static Path zip(Path folder) throws IOException {
        Path source = Files.createDirectories(folder.resolve("source")).resolve("Tiny.java");
        Files.writeString(source, SOURCE);
        Path classes = Files.createDirectories(folder.resolve("classes"));
        int status = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        null,
                        "-d",
                        classes.toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        source.toString());
        if (status != 0) {
            throw new IOException("the tiny function does not compile");
        }
        var jar = new ByteArrayOutputStream();
        try (var out = new ZipOutputStream(jar)) {
            out.putNextEntry(new ZipEntry("tiny/Tiny.class"));
            out.write(Files.readAllBytes(classes.resolve("tiny/Tiny.class")));
        }
        Path zip = folder.resolve("tiny-lambda.zip");
        try (var out = new ZipOutputStream(Files.newOutputStream(zip))) {
            out.putNextEntry(new ZipEntry("lib/"));
            out.putNextEntry(new ZipEntry("lib/tiny.jar"));
            out.write(jar.toByteArray());
        }
        return zip;
    }

    /** The function's declaration with a time-out. */
    public static FunctionSpec spec(Path zip, Duration timeout) {
        return new FunctionSpec("tiny", "tiny.Tiny", zip, Map.of("PARVIS_TABLE", "parvis"), 256, timeout);
    }

    static byte[] event(String json) {
        return json.getBytes(StandardCharsets.UTF_8);
    }
}
