package dev.parvis.bench;

import java.util.List;

import dev.parvis.kernel.json.Json;

/**
 * What one part of the bench found.
 *
 * @param figures the tables' content and what other parts compute from
 * @param broken one sentence for each budget that was not kept
 */
public record Part(String name, List<Table> tables, Json figures, List<String> broken) {

    public Part {
        tables = List.copyOf(tables);
        broken = List.copyOf(broken);
    }
}
