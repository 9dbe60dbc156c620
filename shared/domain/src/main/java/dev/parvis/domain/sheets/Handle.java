package dev.parvis.domain.sheets;

import dev.parvis.domain.networks.NetworkId;

/** What the brand is called on a network, whether Parvis knows that network or not. Without the at sign. */
public record Handle(NetworkId network, String name) {}
