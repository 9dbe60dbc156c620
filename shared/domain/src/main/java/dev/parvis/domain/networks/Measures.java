package dev.parvis.domain.networks;

import java.util.List;
import java.util.Map;

import dev.parvis.domain.channels.Connection;
import dev.parvis.domain.metrics.Metric;
import dev.parvis.domain.metrics.Reading;

/** Reads figures, each with where it came from; what the network does not tell is said to be not provided. */
public interface Measures {
    /** The account's own figures. Throws nothing: a failure is a reading. */
    Map<Metric, Reading> account(Connection connection);

    /** Figures of posts by native id; a post the network no longer has is left out of the answer. */
    Map<String, Map<Metric, Reading>> posts(Connection connection, List<String> nativeIds);
}
