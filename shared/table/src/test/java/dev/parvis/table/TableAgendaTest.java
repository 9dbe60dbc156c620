package dev.parvis.table;

import dev.parvis.domain.MutableClock;
import dev.parvis.domain.Stores;
import dev.parvis.domain.agenda.AgendaContract;

class TableAgendaTest extends AgendaContract {
    @Override
    protected Stores empty(MutableClock clock) {
        return TableStores.empty(clock);
    }
}
