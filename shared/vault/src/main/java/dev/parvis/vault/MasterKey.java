package dev.parvis.vault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.function.Supplier;

import dev.parvis.aws.JsonService;
import dev.parvis.kernel.json.Json;

/** The 32 bytes that seal everything. Read once per process, at the first seal or opening; never printed. */
@FunctionalInterface
public interface MasterKey {
    byte[] bytes();

    /** From an SSM SecureString that holds the key in base64. */
    static MasterKey ofParameter(JsonService parameters, String name) {
        return once(() -> {
            var answer = parameters.callPatiently("GetParameter", Json.obj("Name", name, "WithDecryption", true));
            return decode(answer.at("Parameter", "Value").textOr(""), "the parameter " + name);
        });
    }

    /** From a file that holds the key in base64. */
    static MasterKey ofFile(Path path) {
        return once(() -> {
            try {
                return decode(Files.readString(path), "the file " + path);
            } catch (IOException unreadable) {
                throw new UncheckedIOException("reading the master key from " + path, unreadable);
            }
        });
    }

    private static byte[] decode(String base64, String where) {
        try {
            var key = Base64.getDecoder().decode(base64.strip());
            if (key.length == AesSealer.KEY_BYTES) {
                return key;
            }
        } catch (IllegalArgumentException notBase64) {
            // Said below, without the value.
        }
        throw new IllegalStateException(where + " must hold 32 bytes in base64");
    }

    private static MasterKey once(Supplier<byte[]> read) {
        return new MasterKey() {
            private byte[] key = {};

            @Override
            public synchronized byte[] bytes() {
                if (key.length == 0) {
                    key = read.get();
                }
                return key;
            }
        };
    }
}
