package dev.parvis.table;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Optional;

import dev.parvis.domain.brands.BrandId;
import dev.parvis.domain.channels.ChannelId;
import dev.parvis.domain.media.MediaId;
import dev.parvis.domain.networks.NetworkId;
import dev.parvis.domain.notices.EndpointId;
import dev.parvis.domain.posts.PostId;
import dev.parvis.domain.workspaces.WorkspaceId;
import dev.parvis.kernel.time.Times;

/**
 * Every key of the table but those of the audit trail ({@link TrailKeys}), of metrics ({@link MetricKeys}) and of rules'
 * replies ({@link ReplyKeys}). Ids hold no {@code #} ({@code Check.id}); what others choose (accounts, subjects, delivery ids) stands last, where nothing can follow
 * it.
 */
final class Keys {
    static final String MEMBER = "MEMBER#";
    static final String BRAND = "BRAND#";
    static final String CHANNEL = "CHANNEL#";
    static final String POST = "POST";
    static final String TARGET = "POST#TARGET#";
    static final String REVISION = "REVISION#";
    static final String SLOTS = "SLOTS#";
    static final String SERIES = "SERIES#";
    static final String SAYING = "SAYING#";
    static final String SHEET = "SHEET#";
    static final String QUEUE = "QUEUE#";
    static final String ENTRY = "ENTRY#";
    static final String SOURCE = "SOURCE#";
    static final String ITEM = "#ITEM#";
    static final String RULE = "RULE#";
    static final String MEASURE = "MEASURE#";
    static final String REFRESH = "REFRESH#";
    static final String REPORT = "REPORT#";
    static final String MEDIA = "MEDIA#";
    static final String ENDPOINT = "ENDPOINT#";
    static final String DELIVERY = "#DELIVERY#";
    static final String SEAL = "SEAL#";
    static final String WEEKLY = "WEEKLY#";
    static final String IMPORT = "IMPORT#";
    static final String CALENDAR_LINK = "CALENDARLINK#";
    static final String STOP_LINK = "STOPLINK#";

    private Keys() {}

    static String tenant(WorkspaceId workspace) {
        return "W#" + workspace;
    }

    /** A row of the workspace's own partition. */
    static Key inWorkspace(WorkspaceId workspace, String kind, String id) {
        return new Key(tenant(workspace), kind + id);
    }

    static Key workspace(WorkspaceId workspace) {
        return new Key(tenant(workspace), "META");
    }

    static Key member(WorkspaceId workspace, String subject) {
        return inWorkspace(workspace, MEMBER, subject);
    }

    static String memberships(String subject) {
        return "MEMBER#" + subject;
    }

    static Key brand(WorkspaceId workspace, BrandId brand) {
        return inWorkspace(workspace, BRAND, brand.value());
    }

    static Key sheet(WorkspaceId workspace, BrandId brand) {
        return inWorkspace(workspace, SHEET, brand.value());
    }

    static String signs(WorkspaceId workspace) {
        return tenant(workspace) + "#SIGNS";
    }

    static Key signs(WorkspaceId workspace, BrandId brand) {
        return new Key(signs(workspace), brand.value());
    }

    static Key brandCount(WorkspaceId workspace) {
        return inWorkspace(workspace, "COUNT#", "BRANDS");
    }

    static Key channelCount(WorkspaceId workspace, BrandId brand) {
        return inWorkspace(workspace, "COUNT#CHANNELS#", brand.value());
    }

    static Key channel(WorkspaceId workspace, ChannelId channel) {
        return inWorkspace(workspace, CHANNEL, channel.value());
    }

    static Key account(WorkspaceId workspace, NetworkId network, String account) {
        return inWorkspace(workspace, "ACCOUNT#" + network + "#", account);
    }

    /** Its partition is what IAM keeps the roles that call no network from. */
    static Key token(WorkspaceId workspace, String holder) {
        return new Key(tenant(workspace) + "#TOKEN#" + holder, "TOKEN");
    }

    static Key post(WorkspaceId workspace, PostId post) {
        return new Key(postPartition(workspace, post), POST);
    }

    static String postPartition(WorkspaceId workspace, PostId post) {
        return tenant(workspace) + "#POST#" + post;
    }

    static Key revision(WorkspaceId workspace, PostId post, long revision) {
        var digits = Long.toString(revision);
        return new Key(
                postPartition(workspace, post), REVISION + "0".repeat(Math.max(0, 10 - digits.length())) + digits);
    }

    /** What was seen of a post before its time. */
    static Key check(WorkspaceId workspace, PostId post) {
        return new Key(postPartition(workspace, post), "CHECK");
    }

    /** How far ahead posts of all workspaces were looked at: the one row that is no workspace's. */
    static Key swept() {
        return new Key("PREFLIGHT", "SWEPT");
    }

    /** The post whose partition this is. */
    static PostId postOf(Key key) {
        return new PostId(key.partitionAfter("#POST#"));
    }

    static String sent(WorkspaceId workspace, EndpointId endpoint) {
        return tenant(workspace) + "#SENT#" + endpoint;
    }

    static String comments(WorkspaceId workspace, PostId post) {
        return tenant(workspace) + "#COMMENTS#" + post;
    }

    static Key series(WorkspaceId workspace, BrandId brand, String series) {
        return inWorkspace(workspace, series(brand), series);
    }

    static String series(BrandId brand) {
        return SERIES + brand + "#";
    }

    static Key queue(WorkspaceId workspace, BrandId brand, String queue) {
        return inWorkspace(workspace, queues(brand), queue);
    }

    static String queues(BrandId brand) {
        return QUEUE + brand + "#";
    }

    /** What is in a queue lies in a partition of its own. */
    static String entries(WorkspaceId workspace, String queue) {
        return tenant(workspace) + "#QUEUE#" + queue;
    }

    static Key entry(WorkspaceId workspace, String queue, String entry) {
        return new Key(entries(workspace, queue), ENTRY + entry);
    }

    static String sayings(WorkspaceId workspace, String series) {
        return tenant(workspace) + "#SERIES#" + series;
    }

    static Key saying(WorkspaceId workspace, String series, String edition) {
        return new Key(sayings(workspace, series), SAYING + edition);
    }

    static Key slots(WorkspaceId workspace, ChannelId channel) {
        return inWorkspace(workspace, SLOTS, channel.value());
    }

    static String booked(WorkspaceId workspace, ChannelId channel) {
        return tenant(workspace) + "#BOOKED#" + channel;
    }

    static Key booked(WorkspaceId workspace, ChannelId channel, Instant at) {
        return new Key(booked(workspace, channel), Times.format(at));
    }

    static Key holds(WorkspaceId workspace) {
        return new Key(tenant(workspace), "HOLDS");
    }

    static Key stopLink(WorkspaceId workspace, String subject) {
        return inWorkspace(workspace, STOP_LINK, subject);
    }

    static Key cursor(WorkspaceId workspace, String source) {
        return new Key(tenant(workspace) + "#SOURCE#" + source, "CURSOR");
    }

    static Key drafted(WorkspaceId workspace, String source, String digest) {
        return new Key(tenant(workspace) + "#SOURCE#" + source, "DRAFTED#" + digest);
    }

    static Key item(WorkspaceId workspace, String digest) {
        return new Key(tenant(workspace) + ITEM + digest, "ITEM");
    }

    static Key itemText(WorkspaceId workspace, String digest) {
        return new Key(tenant(workspace) + ITEM + digest, "TEXT");
    }

    static String inbox(WorkspaceId workspace, BrandId brand, String handling) {
        return tenant(workspace) + "#INBOX#" + brand + "#" + handling;
    }

    static Key mention(WorkspaceId workspace, BrandId brand, String digest) {
        return new Key(tenant(workspace) + "#MENTION#" + brand, digest);
    }

    static String mentions(WorkspaceId workspace, BrandId brand) {
        return tenant(workspace) + "#MENTION#" + brand;
    }

    static String rules(BrandId brand) {
        return RULE + brand + "#";
    }

    static String reports(WorkspaceId workspace, BrandId brand) {
        return tenant(workspace) + "#REPORTS#" + brand;
    }

    static String media(WorkspaceId workspace, BrandId brand) {
        return tenant(workspace) + "#MEDIA#" + brand;
    }

    /** A brand's media whose rights end, by when. */
    static String expiring(WorkspaceId workspace, BrandId brand) {
        return tenant(workspace) + "#EXPIRING#" + brand;
    }

    static String uses(WorkspaceId workspace, MediaId media) {
        return tenant(workspace) + "#USES#" + media;
    }

    /** What became of a media's sizes. */
    static String sizes(WorkspaceId workspace, MediaId media) {
        return tenant(workspace) + "#SIZES#" + media;
    }

    static String stuck(WorkspaceId workspace) {
        return tenant(workspace) + "#STUCK";
    }

    static String calendars(BrandId brand) {
        return CALENDAR_LINK + brand + "#";
    }

    /** The rows of an import and what was wrong with rows. */
    static String imported(WorkspaceId workspace, String id) {
        return tenant(workspace) + "#IMPORT#" + id;
    }

    static Key inbound(WorkspaceId workspace, ChannelId channel, String delivery) {
        return new Key(tenant(workspace) + "#INBOUND#" + channel, delivery);
    }

    static Key inboundBody(WorkspaceId workspace, ChannelId channel, String delivery) {
        return new Key(tenant(workspace) + "#INBOUNDBODY#" + channel, delivery);
    }

    static Key idempotency(WorkspaceId workspace, String digest) {
        return new Key(tenant(workspace) + "#IDEMPOTENCY", digest);
    }

    /** An item's id as it came from outside; nothing lies under what is none. */
    static Optional<String> digest(String id) {
        return id.length() == 32 && id.chars().allMatch(c -> Character.digit(c, 16) >= 0)
                ? Optional.of(id)
                : Optional.empty();
    }

    /** A sort key by time, made unique by an id. */
    static String at(Instant instant, String id) {
        return Times.format(instant) + "#" + id;
    }

    static YearMonth monthOf(Instant instant) {
        return YearMonth.from(instant.atOffset(ZoneOffset.UTC));
    }
}
