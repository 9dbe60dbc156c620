package dev.parvis.domain.networks;

import java.net.URI;
import java.util.List;

import dev.parvis.domain.assisted.Helper;
import dev.parvis.domain.channels.Connection;

/** Is published on by a person, whom Parvis asks: where no interface exists, or an app is not yet reviewed. */
public interface Assists extends Accepts {
    /** Who is asked: first the one who posts, then the one who is asked too when nobody answers. At least one. */
    List<Helper> helpers(Connection connection);

    /** Where they post: the account's page, or where the network is opened. */
    URI opens(Connection connection);
}
