package dev.parvis.functions.api;

import java.security.SecureRandom;
import java.time.InstantSource;

import dev.parvis.domain.answers.Answers;
import dev.parvis.domain.approvals.Approvals;
import dev.parvis.domain.approvals.Discussion;
import dev.parvis.domain.approvals.Requests;
import dev.parvis.domain.channels.Connections;
import dev.parvis.domain.channels.Credentials;
import dev.parvis.domain.channels.Renewals;
import dev.parvis.domain.mentions.Watching;
import dev.parvis.domain.notices.Notices;

/** What is done beyond a route: each built when it is asked for, over the same stores. */
record Doing(Rooms rooms, InstantSource clock, SecureRandom random) {
    Requests requests() {
        return new Requests(rooms.stores().agenda(), clock);
    }

    Approvals approvals() {
        return new Approvals(rooms.stores().posts(), rooms.stores().audit(), notices(), requests(), clock);
    }

    Discussion discussion() {
        return new Discussion(rooms.stores().comments(), rooms.stores().audit(), notices(), clock);
    }

    Credentials credentials() {
        return new Credentials(rooms.stores().credentials(), rooms.sealer());
    }

    Connections connections() {
        return new Connections(rooms.stores().channels(), credentials());
    }

    Renewals renewals() {
        var stores = rooms.stores();
        return new Renewals(
                new Renewals.Stores(stores.agenda(), stores.channels(), credentials()),
                rooms.networks(),
                notices(),
                clock,
                random);
    }

    Answers answers() {
        var stores = rooms.stores();
        return new Answers(stores.posts(), stores.holds(), stores.audit(), clock);
    }

    Watching watching() {
        return new Watching(rooms.stores().brands(), rooms.stores().mentions(), notices());
    }

    Notices notices() {
        return new Notices(rooms.stores().agenda(), rooms.stores().endpoints(), rooms.announcer(), clock);
    }
}
