package dev.parvis.functions.measure;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

import dev.parvis.domain.Fixtures;
import dev.parvis.domain.channels.Connection;
import dev.parvis.domain.channels.Credential;
import dev.parvis.domain.metrics.Metric;
import dev.parvis.domain.metrics.Reading;
import dev.parvis.domain.networks.Connects;
import dev.parvis.domain.networks.Measures;
import dev.parvis.domain.networks.Network;
import dev.parvis.domain.networks.NetworkId;

/** A network that answers what it is told to, and remembers what it was asked. */
final class ToldNetwork implements Network {
    /** What the account's figures are; may fail. */
    Supplier<Map<Metric, Reading>> account = Map::of;

    /** Figures by native id; a post that is not in it is gone. */
    final Map<String, Map<Metric, Reading>> posts = new HashMap<>();

    Supplier<Connects.Renewal> renewal = Connects.Renewal.Lasting::new;

    final List<List<String>> askedFor = new ArrayList<>();
    final List<Credential> askedWith = new ArrayList<>();

    @Override
    public NetworkId id() {
        return Fixtures.SANDBOX;
    }

    @Override
    public String title() {
        return "Told";
    }

    @Override
    public Optional<Measures> measures() {
        return Optional.of(new Measures() {
            @Override
            public Map<Metric, Reading> account(Connection connection) {
                askedWith.add(connection.credential());
                return account.get();
            }

            @Override
            public Map<String, Map<Metric, Reading>> posts(Connection connection, List<String> nativeIds) {
                askedFor.add(nativeIds);
                var told = new HashMap<String, Map<Metric, Reading>>();
                nativeIds.stream().filter(posts::containsKey).forEach(id -> told.put(id, posts.get(id)));
                return told;
            }
        });
    }

    @Override
    public Optional<Connects> connects() {
        return Optional.of(new Connects() {
            @Override
            public List<Field> fields() {
                return List.of();
            }

            @Override
            public Connecting connect(Map<String, String> answers) {
                throw new UnsupportedOperationException("connected already");
            }

            @Override
            public Renewal refresh(Connection connection) {
                return renewal.get();
            }
        });
    }

    static Map<Metric, Reading> of(Object... metricsAndReadings) {
        var readings = new EnumMap<Metric, Reading>(Metric.class);
        for (var i = 0; i < metricsAndReadings.length; i += 2) {
            readings.put((Metric) metricsAndReadings[i], (Reading) metricsAndReadings[i + 1]);
        }
        return readings;
    }
}
