package dev.parvis.networks.mastodon;

import java.net.URI;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

import dev.parvis.domain.channels.Channel;
import dev.parvis.networks.http.Urls;

/**
 * Where people see a status: {@code https://server/@alice/123} on Mastodon, {@code /@alice/statuses/01H…} on GoToSocial,
 * {@code /users/alice/statuses/123} where a server shows it by its id in the fediverse.
 */
final class StatusAddress {
    private static final Pattern PATH =
            Pattern.compile("/(?:@([^/@]{1,200})|users/([^/@]{1,200}))/(?:statuses/)?([A-Za-z0-9]{1,64})/?");

    private StatusAddress() {}

    /** The id of a status of this account; empty when the address is another server's, account's or thing's. */
    static Optional<String> idOf(Channel channel, URI address) {
        var path = PATH.matcher(Objects.requireNonNullElse(address.getPath(), ""));
        var isThere = Urls.isLink(address.toString())
                && channel.server().getAuthority().equalsIgnoreCase(address.getAuthority());
        if (!isThere || !path.matches()) {
            return Optional.empty();
        }
        var name = path.group(1) == null ? path.group(2) : path.group(1);
        return name.equalsIgnoreCase(name(channel)) ? Optional.of(path.group(3)) : Optional.empty();
    }

    private static String name(Channel channel) {
        var handle = channel.handle();
        var at = handle.indexOf('@', 1);
        return (at < 0 ? handle : handle.substring(0, at)).replaceFirst("^@", "");
    }
}
