package dev.parvis.domain.agenda;

import dev.parvis.domain.InMemoryStores;
import dev.parvis.domain.MutableClock;
import dev.parvis.domain.Stores;

class InMemoryAgendaTest extends AgendaContract {
    @Override
    protected Stores empty(MutableClock clock) {
        return new InMemoryStores(clock, LEASE);
    }
}
