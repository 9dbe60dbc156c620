package dev.parvis.local.runtime;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.Method;

/**
 * The main class of a function's process: ends it when its standard input ends, which is when the host is gone, however it
 * went; then hands over to the main class named first. It runs in the function's process and needs nothing but the JDK.
 */
public final class ParentWatch {

    private ParentWatch() {}

    public static void main(String[] args) throws ReflectiveOperationException {
        Thread.ofPlatform().daemon().name("parent-watch").start(ParentWatch::endWithParent);
        Method main = Class.forName(args[0]).getMethod("main", String[].class);
        main.invoke(null, (Object) new String[] {args[1]});
    }

    private static void endWithParent() {
        try {
            System.in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            // A broken pipe says the same as its end.
        }
        Runtime.getRuntime().halt(0);
    }
}
