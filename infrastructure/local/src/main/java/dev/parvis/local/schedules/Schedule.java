package dev.parvis.local.schedules;

import java.time.ZoneId;

/**
 * One schedule of the template.
 *
 * @param name the template's name for it
 * @param function the function it wakes
 * @param expression {@code rate(1 minute)} or {@code cron(0 5 * * ? *)}
 * @param zone the zone of a cron expression
 * @param input the event, in which context attributes such as {@code <aws.scheduler.scheduled-time>} are replaced
 */
public record Schedule(String name, String function, Expression expression, ZoneId zone, String input) {}
