package dev.parvis.domain.brands;

import java.util.List;

import dev.parvis.domain.workspaces.Language;

/** Whether a brand's client gets a report on the first of the month, in which language, and who is mailed. */
public record Reporting(boolean monthly, Language language, List<String> recipients) {
    public Reporting {
        recipients = List.copyOf(recipients);
    }
}
