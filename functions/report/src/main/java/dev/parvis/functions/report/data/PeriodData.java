package dev.parvis.functions.report.data;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import dev.parvis.domain.reports.Period;

/**
 * What happened in one period.
 *
 * @param posts what went out, earliest first; texts are left out of the earlier period
 * @param notOut targets that were due and did not go out, by state
 * @param mentionsByDay how many mentions were found on each day of the brand's zone that had one
 * @param mentions the newest of them; none of the earlier period
 * @param interactions what was addressed to the brand, by how it stands now
 * @param decisions what the rules decided, by the handling they led to
 */
public record PeriodData(
        Period period,
        List<PostData> posts,
        Map<String, Long> notOut,
        Map<LocalDate, Long> mentionsByDay,
        List<MentionData> mentions,
        Map<String, Long> interactions,
        Map<String, Long> decisions) {
    public PeriodData {
        posts = List.copyOf(posts);
        notOut = java.util.Collections.unmodifiableMap(new TreeMap<>(notOut));
        mentionsByDay = java.util.Collections.unmodifiableMap(new TreeMap<>(mentionsByDay));
        mentions = List.copyOf(mentions);
        interactions = java.util.Collections.unmodifiableMap(new TreeMap<>(interactions));
        decisions = java.util.Collections.unmodifiableMap(new TreeMap<>(decisions));
    }

    /** All mentions, not only the newest. */
    public long mentionsInAll() {
        return sum(mentionsByDay);
    }

    public long interactionsInAll() {
        return sum(interactions);
    }

    /** How many targets were due: those that went out and those that did not. */
    public long due() {
        return posts.size() + sum(notOut);
    }

    private static long sum(Map<?, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }
}
