package dev.parvis.networks.contract;

import java.net.URI;

/**
 * A server and two accounts on it, whoever wrote the server.
 *
 * @param secret an app password or an access token, as the network asks for one
 * @param patience how many seconds a reply may take until it is told of
 */
public record Site(URI server, String handle, String secret, String otherHandle, String otherSecret, int patience) {}
