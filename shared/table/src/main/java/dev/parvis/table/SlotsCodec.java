package dev.parvis.table;

import java.time.DayOfWeek;
import java.time.LocalTime;

import dev.parvis.domain.channels.ChannelId;
import dev.parvis.domain.slots.Slot;
import dev.parvis.domain.slots.Week;

/** The slots of a channel, each as its minute of the week, Monday midnight being 0. */
final class SlotsCodec implements Codec<Week> {
    private static final int MINUTES = 24 * 60;

    @Override
    public Key key(Week week) {
        return Keys.slots(week.workspace(), week.channel());
    }

    @Override
    public Attributes encode(Week week) {
        return Attributes.at(key(week))
                .texts("slots", week.slots().stream().map(SlotsCodec::text).toList())
                .number("version", week.version());
    }

    @Override
    public Week decode(Row row) {
        return new Week(
                row.key().workspace(),
                new ChannelId(row.key().after(Keys.SLOTS)),
                row.texts("slots").stream()
                        .map(text -> row.as("slots", SlotsCodec::slot, text))
                        .toList(),
                row.number("version"));
    }

    private static String text(Slot slot) {
        return Integer.toString(
                (slot.day().getValue() - 1) * MINUTES + slot.time().toSecondOfDay() / 60);
    }

    private static Slot slot(String text) {
        var minute = Integer.parseInt(text);
        return new Slot(DayOfWeek.of(minute / MINUTES + 1), LocalTime.ofSecondOfDay(minute % MINUTES * 60L));
    }
}
