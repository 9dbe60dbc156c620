package dev.parvis.local.suite;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Ports for a program that is told its port and started more than once on it. They lie below the range that systems
 * give to outgoing connections (Linux: 32768 and up, IANA: 49152 and up), so that no connection made in between has one.
 */
final class FreePorts {

    private FreePorts() {}

    /** The first of three free neighbours. */
    static int three() {
        for (int tries = 0; tries < 100; tries++) {
            int first = ThreadLocalRandom.current().nextInt(15_000, 32_000);
            if (isFree(first) && isFree(first + 1) && isFree(first + 2)) {
                return first;
            }
        }
        throw new IllegalStateException("no free ports between 15000 and 32000");
    }

    private static boolean isFree(int port) {
        try (var probe = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return probe.isBound();
        } catch (IOException e) {
            return false;
        }
    }
}
