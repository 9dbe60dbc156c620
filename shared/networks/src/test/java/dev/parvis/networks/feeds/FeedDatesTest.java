package dev.parvis.networks.feeds;

import java.time.Instant;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class FeedDatesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Thu, 15 Jan 2026 10:00:00 +0000 | 2026-01-15T10:00:00Z",
                "Thu, 15 Jan 2026 10:00:00 GMT | 2026-01-15T10:00:00Z",
                "15 Jan 2026 10:00 +0100 | 2026-01-15T09:00:00Z",
                "Thu,15 Jan 26 10:00:00 EST | 2026-01-15T15:00:00Z",
                "thu, 5 january 2026 9:05:00 CET | 2026-01-05T08:05:00Z",
                "Mon, 15 Jan 2026 10:00:00 | 2026-01-15T10:00:00Z",
                "15 Jan 99 10:00:00 UT | 1999-01-15T10:00:00Z",
                "2026-01-15T10:00:00Z | 2026-01-15T10:00:00Z",
                "2026-01-15T10:00:00.123456+02:00 | 2026-01-15T08:00:00.123456Z",
                "2026-01-15T10:00:00+0200 | 2026-01-15T08:00:00Z",
                "2026-01-15 10:00:00 | 2026-01-15T10:00:00Z",
                "2026-01-15 10:00:00 -0500 | 2026-01-15T15:00:00Z",
                "2026-01-15T10:00 | 2026-01-15T10:00:00Z",
                "2026-01-15 | 2026-01-15T00:00:00Z"
            })
    void dates_as_feeds_write_them(String written, String meant) {
        assertThat(FeedDates.parse(written)).contains(Instant.parse(meant));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "yesterday",
                "15 Jan 2026",
                "31 Feb 2026 10:00:00 GMT",
                "Thu, 15 Xyz 2026 10:00:00 GMT",
                "15 Jan 2026 25:00:00 GMT",
                "15 Jan 2026 10:00:00 XYZ",
                "15 Jan 2026 10:00:00 +9900",
                "2026-13-15T10:00:00Z",
                "2026-01-15Tten",
                "0000-00-00 00:00:00",
                "1970-01-01T00:00:00Z",
                "1768471200",
                "99999999999999999999 Jan 2026 10:00:00 GMT"
            })
    void what_is_no_date_is_none(String written) {
        assertThat(FeedDates.parse(written)).isEmpty();
    }
}
