package dev.parvis.domain.wording;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Stream;

import dev.parvis.domain.sheets.HashtagSet;
import dev.parvis.domain.sheets.Sheet;

/**
 * What a brand is known by, folded: {@code @handle}, {@code #hashtag}, {@code //site}. At most {@value #MOST} of a sheet:
 * handles first, then sites, then hashtags that not everybody may use.
 */
public final class Signs {
    /** With them the signs of a brand take a few KB, and those of twenty brands some tens of read units at the very worst. */
    public static final int MOST = 200;

    private Signs() {}

    public static Set<String> of(Sheet.Names names) {
        var signs = new LinkedHashSet<String>();
        Stream.of(
                        names.handles().stream().flatMap(handle -> of(handle.name()).stream()),
                        names.sites().stream()
                                .map(site -> Addresses.in(Folded.of(site)))
                                .filter(site -> !site.host().isEmpty())
                                .map(Addresses::whole),
                        names.hashtags().stream()
                                .filter(set -> !set.common())
                                .map(HashtagSet::tags)
                                .flatMap(tags -> tags.stream().map(Folded::of)))
                .flatMap(each -> each)
                .limit(MOST)
                .forEach(signs::add);
        return signs;
    }

    /** Of a handle, with its server or without: people leave it out. */
    public static Set<String> of(String handle) {
        var folded =
                Folded.of(handle.startsWith("@") ? handle.substring(1) : handle).strip();
        var signs = new LinkedHashSet<String>();
        if (!folded.isEmpty()) {
            signs.add("@" + folded);
            var server = folded.indexOf('@') > 0 ? folded.indexOf('@') : folded.indexOf(".bsky.social");
            if (server > 0) {
                signs.add("@" + folded.substring(0, server));
            }
        }
        return signs;
    }
}
