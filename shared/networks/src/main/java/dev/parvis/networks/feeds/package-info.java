/**
 * Feeds: what is said on the web where no network is. {@link dev.parvis.networks.feeds.FeedReader} polls RSS (0.9x, 1.0,
 * 2.0), Atom and JSON Feed and tells each entry once, as an item of the network {@code web}.
 *
 * <p>The cursor holds the server's validators, as they came, and eight characters of a digest of each entry. A poll that
 * finds nothing new leaves it alone, also when only validators have changed: an unchanged feed costs no write, and a
 * feed whose validators change with every answer costs its download. An entry that was changed under its id is no news.
 *
 * <p>What a server sends is hostile. 5 MB are read, after decompression, while they stream; a DOCTYPE ends the reading
 * before anything of it is read, so that there are no entities to expand or to fetch; every redirect's address is checked;
 * HTML becomes text in one pass. What feeds get wrong by mistake is mended: bare ampersands, HTML's entities, control
 * characters, unbound prefixes, dates of every make. What cannot be read is a reason for a person, never a fault.
 *
 * <p><b>A reader of ours over the JDK's StAX, not ROME</b>: measured on 2 cores with Lambda's flags
 * ({@code -XX:TieredStopAtLevel=1 -XX:+UseSerialGC}), RSS with content, medians of three runs in fresh JVMs:
 *
 * <pre>
 *                          first parse, 20 entries (29 KB)   the 200th   500 entries (715 KB), first / 200th   classes   jars
 * ours                      31 ms                            0.5 ms       67 / 10 ms                            428       0
 * ROME 2.1.0               135 ms                            6.3 ms      375 / 105 ms                          1022      595 KB
 * </pre>
 *
 * ROME also refuses what is mended here, and its release is of 2023.
 */
@NullMarked
package dev.parvis.networks.feeds;

import org.jspecify.annotations.NullMarked;
