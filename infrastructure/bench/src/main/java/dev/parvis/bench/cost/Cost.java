package dev.parvis.bench.cost;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.parvis.bench.Figures;
import dev.parvis.bench.Options;
import dev.parvis.bench.Part;
import dev.parvis.bench.Table;
import dev.parvis.kernel.json.Json;

/** The idle month, and a thousand posts on top of it. */
public final class Cost {

    private Cost() {}

    /**
     * Measures the ticks and adds up.
     *
     * @param units the part of that name, when it was run: a thousand posts are computed from it
     */
    public static Part measure(Options options, Optional<Part> units) {
        var declared = new Declared();
        var ticks = new Ticks(options, declared).measured();
        Bill idle = Bill.idle(ticks.all(), declared.alarmMetrics(), ticks.customMetrics());
        var tables = new ArrayList<>(List.of(ticks(ticks.all()), bill(idle)));
        Optional<Thousand> thousand = units.map(part -> Thousand.of(part.figures()));
        thousand.ifPresent(posts -> tables.add(posts.table()));
        Json figures = Json.obj(
                "idleListUsd", Figures.rounded(idle.list(), 3),
                "idleAfterFreeUsd", Figures.rounded(idle.afterFree(), 3),
                "items", idle.items().stream().map(Cost::figures).toList(),
                "thousandPosts", thousand.map(Thousand::figures));
        return new Part("cost", tables, figures, List.of());
    }

    private static Table ticks(List<Tick> ticks) {
        Table table = Table.of(
                "Ticks that find nothing (woken more seldom than every five minutes: taken to start cold)",
                "function",
                "a month",
                "ms billed",
                "memory MB",
                "GB-s a month",
                "reads",
                "writes",
                "log bytes");
        for (Tick tick : ticks) {
            table = table.with(
                    tick.function(),
                    Integer.toString(tick.perMonth()),
                    Figures.number(tick.millis(), 0),
                    Integer.toString(tick.memoryMb()),
                    Figures.number(tick.gbSeconds(), 0),
                    Figures.number(tick.reads(), 1),
                    Figures.number(tick.writes(), 1),
                    Figures.number(tick.logBytes(), 0));
        }
        return table;
    }

    private static Table bill(Bill bill) {
        Table table = Table.of(
                "An idle month in eu-west-3, USD at list prices",
                "what",
                "quantity",
                "free",
                "list",
                "after free tier");
        for (Bill.Item item : bill.items()) {
            table = table.with(
                    item.what(),
                    Figures.number(item.quantity(), 3),
                    Figures.number(item.free(), 0),
                    Figures.number(item.list(), 2),
                    Figures.number(item.afterFree(), 2));
        }
        return table.with("all", "", "", Figures.number(bill.list(), 2), Figures.number(bill.afterFree(), 2));
    }

    private static Json figures(Bill.Item item) {
        return Json.obj(
                "what", item.what(),
                "quantity", Figures.rounded(item.quantity(), 3),
                "listUsd", Figures.rounded(item.list(), 4),
                "afterFreeUsd", Figures.rounded(item.afterFree(), 4));
    }
}
