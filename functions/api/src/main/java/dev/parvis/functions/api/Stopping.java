package dev.parvis.functions.api;

import java.time.InstantSource;

import dev.parvis.domain.crisis.Crisis;
import dev.parvis.domain.crisis.Statements;
import dev.parvis.functions.api.calls.Members;
import dev.parvis.functions.api.holds.HoldRoutes;
import dev.parvis.functions.api.holds.StatementRoute;
import dev.parvis.functions.api.holds.StopLinkRoutes;
import dev.parvis.functions.api.holds.StopPageRoutes;
import dev.parvis.functions.api.posts.PostRoutes;
import dev.parvis.functions.api.posts.SuspendedRoutes;
import dev.parvis.kernel.http.in.Router;
import dev.parvis.kernel.ids.Ulids;
import dev.parvis.vault.SealedTokens;

/** The crisis stop's routes: putting and lifting it, what passes it, what it has held, and links that start it. */
final class Stopping {
    private final Rooms rooms;
    private final Doing doing;
    private final PostRoutes.Calls calls;

    Stopping(Rooms rooms, Doing doing, PostRoutes.Calls calls) {
        this.rooms = rooms;
        this.doing = doing;
        this.calls = calls;
    }

    void on(Router router, Members members, InstantSource clock) {
        var stores = rooms.stores();
        var crisis = new Crisis(stores.holds(), stores.audit(), doing.notices(), clock);
        new HoldRoutes(new HoldRoutes.Stores(stores.brands(), stores.holds(), rooms.networks()), crisis)
                .on(router, members);
        new StatementRoute(stores.posts(), new Statements(stores.holds(), stores.audit(), clock)).on(router, members);
        new SuspendedRoutes(
                        new SuspendedRoutes.Stores(stores.brands(), stores.posts(), stores.holds(), stores.items()),
                        calls,
                        clock)
                .on(router, members);
        links(router, members, crisis, clock);
    }

    private void links(Router router, Members members, Crisis crisis, InstantSource clock) {
        var stores = rooms.stores();
        var tokens = new SealedTokens(rooms.sealer(), clock);
        new StopLinkRoutes(
                        new StopLinkRoutes.Stores(stores.workspaces(), stores.brands(), stores.stopLinks()),
                        new StopLinkRoutes.Making(tokens, new Ulids(clock, doing.random())::next),
                        calls.deeds(),
                        clock)
                .on(router, members);
        new StopPageRoutes(
                        tokens,
                        new StopPageRoutes.Stores(
                                stores.workspaces(), stores.brands(), stores.stopLinks(), stores.holds()),
                        crisis,
                        clock)
                .on(router);
    }
}
