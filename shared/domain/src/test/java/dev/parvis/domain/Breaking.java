package dev.parvis.domain;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;

/** Ports that work until a chosen call, which breaks: before anything is done, or after, so that its answer is lost. */
public final class Breaking {
    private final int at;
    private final boolean afterwards;
    private int calls;

    /** The call that broke. */
    public static final class Broken extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Broken(String call) {
            super(call);
        }
    }

    /** @param at the number of the call that breaks, 1 for the first; 0 for none */
    public Breaking(int at, boolean afterwards) {
        this.at = at;
        this.afterwards = afterwards;
    }

    /** How many calls there were. */
    public synchronized int calls() {
        return calls;
    }

    private synchronized int next() {
        return ++calls;
    }

    public <T> T port(Class<T> type, T real) {
        return type.cast(Proxy.newProxyInstance(
                Breaking.class.getClassLoader(), new Class<?>[] {type}, (_, method, arguments) -> {
                    var breaks = next() == at;
                    if (breaks && !afterwards) {
                        throw new Broken(type.getSimpleName() + "." + method.getName());
                    }
                    try {
                        var answer = method.invoke(real, arguments);
                        if (breaks) {
                            throw new Broken(type.getSimpleName() + "." + method.getName());
                        }
                        return answer;
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getCause();
                    }
                }));
    }
}
