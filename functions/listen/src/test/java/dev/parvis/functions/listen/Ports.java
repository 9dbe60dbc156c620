package dev.parvis.functions.listen;

import dev.parvis.domain.Stores;
import dev.parvis.domain.agenda.Agenda;
import dev.parvis.domain.brands.Brands;
import dev.parvis.domain.channels.Channels;
import dev.parvis.domain.channels.CredentialStore;
import dev.parvis.domain.items.Items;
import dev.parvis.domain.mentions.Mentions;
import dev.parvis.domain.notices.Endpoints;
import dev.parvis.domain.posts.Posts;
import dev.parvis.domain.sheets.Sheets;
import dev.parvis.domain.sources.Sources;
import dev.parvis.domain.workspaces.Workspaces;
import dev.parvis.table.ParvisTable;

/** The ports that listening uses, over one store. */
record Ports(
        Workspaces workspaces,
        Agenda agenda,
        Brands brands,
        Channels channels,
        CredentialStore credentials,
        Sources sources,
        Items items,
        Mentions mentions,
        Endpoints endpoints,
        Posts posts,
        Sheets sheets) {
    static Ports of(Stores stores) {
        return new Ports(
                stores.workspaces(),
                stores.agenda(),
                stores.brands(),
                stores.channels(),
                stores.credentials(),
                stores.sources(),
                stores.items(),
                stores.mentions(),
                stores.endpoints(),
                stores.posts(),
                stores.sheets());
    }

    static Ports of(ParvisTable table) {
        return new Ports(
                table.workspaces(),
                table.agenda(),
                table.brands(),
                table.channels(),
                table.credentials(),
                table.sources(),
                table.items(),
                table.mentions(),
                table.endpoints(),
                table.posts(),
                table.sheets());
    }

    /** The same ports, each behind what a test puts before it. */
    Ports behind(Faults faults) {
        return new Ports(
                workspaces,
                faults.before(Agenda.class, agenda),
                faults.before(Brands.class, brands),
                faults.before(Channels.class, channels),
                faults.before(CredentialStore.class, credentials),
                faults.before(Sources.class, sources),
                faults.before(Items.class, items),
                faults.before(Mentions.class, mentions),
                faults.before(Endpoints.class, endpoints),
                faults.before(Posts.class, posts),
                faults.before(Sheets.class, sheets));
    }

    /** What stands between listening and its ports. */
    interface Faults {
        Faults NONE = new Faults() {};

        default <P> P before(Class<P> port, P real) {
            return real;
        }
    }
}
