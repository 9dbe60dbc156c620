package dev.parvis.domain.sheets;

import java.time.LocalDate;

import dev.parvis.domain.metrics.Metric;

/** What the brand wants to reach: a figure of a metric by a day. Posts carry the name. */
public record Objective(String name, Metric metric, long target, LocalDate by) {}
