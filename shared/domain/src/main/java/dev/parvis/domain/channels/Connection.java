package dev.parvis.domain.channels;

/** A channel with its opened credential: what a call to a network needs. Lives in memory for one piece of work. */
public record Connection(Channel channel, Credential credential) {}
