package dev.parvis.domain.series;

import java.time.LocalDate;

/** From which day on, by the wall clock, the series says what. A later edition wins over those before it. */
public record Edition(String id, LocalDate from) {}
