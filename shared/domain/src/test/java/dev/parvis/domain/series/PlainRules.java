package dev.parvis.domain.series;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.stream.Stream;

/** Rules without a library: {@code EVERY PT24H} without end, {@code EVERY PT24H TIMES 3}; all else is none. */
public final class PlainRules implements RuleReader {
    @Override
    public Read read(Recurrence recurrence) {
        var words = recurrence.rule().split(" ");
        if (!words[0].equals("EVERY")) {
            return new Read.Refused("is none");
        }
        var every = Duration.parse(words[1]);
        var times = words.length > 3 ? Long.parseLong(words[3]) : Long.MAX_VALUE;
        return new Read.Times(() -> Stream.iterate(recurrence.first(), (LocalDateTime last) -> last.plus(every))
                .limit(times)
                .iterator());
    }
}
