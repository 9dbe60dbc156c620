package dev.parvis.table;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

import dev.parvis.domain.agenda.Agenda;
import dev.parvis.domain.channels.Channels;
import dev.parvis.domain.channels.CredentialStore;
import dev.parvis.domain.posts.Posts;

/**
 * Every port of the domain over one table. Each is made when it is asked for: a function loads the classes of what it
 * uses. Needs of DynamoDB: GetItem, BatchGetItem, Query, PutItem, UpdateItem, DeleteItem, ConditionCheckItem; no Scan.
 * Thread-safe.
 */
public final class ParvisTable {
    private final Rows rows;
    private final InstantSource clock;
    private final AgendaSettings settings;
    private final RandomGenerator random;

    public ParvisTable(DynamoDbClient client, String name, InstantSource clock, AgendaSettings settings) {
        this(client, name, clock, settings, new SecureRandom());
    }

    /** @param random draws the marks of writes; two processes must not draw the same */
    public ParvisTable(
            DynamoDbClient client, String name, InstantSource clock, AgendaSettings settings, RandomGenerator random) {
        this.rows = new Rows(client, name, new Marks(random));
        this.clock = clock;
        this.settings = settings;
        this.random = random;
    }

    public Agenda agenda() {
        return new TableAgenda(rows, new AgendaCodecs(rows), settings, clock, random);
    }

    public Posts posts() {
        return new TablePosts(rows, settings);
    }

    public Channels channels() {
        return new TableChannels(rows);
    }

    public CredentialStore credentials() {
        return new TableCredentials(rows);
    }
}
