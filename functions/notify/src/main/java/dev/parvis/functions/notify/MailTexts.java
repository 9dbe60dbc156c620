package dev.parvis.functions.notify;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.parvis.domain.brands.Brand;
import dev.parvis.domain.brands.BrandId;
import dev.parvis.domain.brands.Brands;
import dev.parvis.domain.channels.Channel;
import dev.parvis.domain.channels.ChannelId;
import dev.parvis.domain.channels.Channels;
import dev.parvis.domain.events.Event;
import dev.parvis.domain.posts.Post;
import dev.parvis.domain.workspaces.Language;
import dev.parvis.domain.workspaces.Workspace;
import dev.parvis.kernel.text.French;

/** What is said in a mail about something that went wrong: what happened, to whom, when, and what to do about it. */
final class MailTexts {
    /** The network that is a person. */
    static final String BY_HAND = "assisted";

    private final Brands brands;
    private final Channels channels;
    private final AccountFacts accounts;
    private final PostFacts posts;
    private final Function<Event, List<Post>> waiting;

    /**
     * What is read.
     *
     * @param waiting the posts that an event asks about and that still wait
     */
    record Stores(
            Brands brands,
            Channels channels,
            AccountFacts accounts,
            PostFacts posts,
            Function<Event, List<Post>> waiting) {}

    MailTexts(Stores stores) {
        this.brands = stores.brands();
        this.channels = stores.channels();
        this.accounts = stores.accounts();
        this.posts = stores.posts();
        this.waiting = stores.waiting();
    }

    /** A subject, and the same words as text and as HTML. */
    record Text(String subject, String plain, String html) {}

    Text of(Event event, Workspace workspace) {
        var language = workspace.language();
        var french = language == Language.FR;
        var brand = brand(event, workspace).map(Brand::name).orElse(workspace.name());
        var about = new About(brand, channel(event, workspace), when(event, workspace));
        var said = said(event, workspace, about);
        var lines = new ArrayList<String>();
        lines.add(said.happened());
        lines.addAll(accounts.lines(event, language));
        lines.addAll(posts.lines(event, language));
        if (event.type() == Event.Type.APPROVAL_REQUESTED) {
            lines.addAll(Waiting.lines(waiting.apply(event), workspace.zone(), language));
        }
        var whole = new Whole(
                spaced(said.title(), french),
                spaced(String.join("\n", lines), french),
                spaced(posts.isHalfOut(event) ? halfOut(french) : said.toDo(), french),
                spaced(details(event, french), french),
                spaced(
                        french
                                ? "Parvis, pour l’espace « " + workspace.name() + " »"
                                : "Parvis, for the workspace “" + workspace.name() + "”",
                        french));
        return new Text("[" + oneLine(brand) + "] " + whole.title(), plain(whole), html(language, whole));
    }

    /** All that a mail says, ready to be written. */
    private record Whole(String title, String happened, String toDo, String details, String signature) {}

    private Said said(Event event, Workspace workspace, About about) {
        var french = workspace.language() == Language.FR;
        return event.type() == Event.Type.POST_AT_RISK
                ? new RiskTexts(event, about.brand(), about.when(), id -> channel(id, workspace)).said(french)
                : ApprovalTexts.of(event)
                        .map(matter -> approval(matter, event, about, french))
                        .or(() -> CrisisTexts.of(event, about.when(), about.brand(), french))
                        .orElseGet(() -> TroubleTexts.of(event, about, french));
    }

    private static String halfOut(boolean french) {
        return french
                ? "Ce qui est en ligne y reste et ne se modifie plus. Décidez du reste : demandez la suite, ou annulez-la."
                : "What is online stays there and cannot be edited. Decide on the rest: ask for it, or cancel it.";
    }

    private static String spaced(String text, boolean french) {
        return french ? French.spaced(text) : text;
    }

    private static String plain(Whole said) {
        return Stream.of(said.happened(), said.toDo(), said.details(), said.signature())
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.joining("\n\n"))
                + "\n";
    }

    private static Said approval(ApprovalTexts.Matter matter, Event event, About about, boolean french) {
        return french
                ? ApprovalTexts.french(matter, event, about.brand(), about.when())
                : ApprovalTexts.english(matter, event, about.brand(), about.when());
    }

    /** Whose it is, on which account, and when. */
    record About(String brand, String channel, String when) {}

    record Said(String title, String happened, String toDo) {}

    private Optional<Brand> brand(Event event, Workspace workspace) {
        return Optional.ofNullable(event.detail().get("brand"))
                .flatMap(id -> brands.find(workspace.id(), new BrandId(id)));
    }

    private String channel(Event event, Workspace workspace) {
        return Optional.ofNullable(event.detail().get("channel"))
                .flatMap(id -> channel(id, workspace))
                .orElseGet(() -> event.detail().getOrDefault("network", "?"));
    }

    private Optional<String> channel(String id, Workspace workspace) {
        return channels.find(workspace.id(), new ChannelId(id)).map(MailTexts::name);
    }

    static String name(Channel channel) {
        String network = channel.network().value();
        if (network.equals(BY_HAND)) {
            return channel.handle();
        }
        return network.substring(0, 1).toUpperCase(Locale.ROOT) + network.substring(1) + " " + channel.handle();
    }

    private static String when(Event event, Workspace workspace) {
        return Moments.of(event.at(), workspace.zone(), workspace.language());
    }

    /** What the API wants to know of it; nothing else of ours. */
    private static String details(Event event, boolean french) {
        var post = event.detail().get("post");
        return post == null ? "" : (french ? "Référence de la publication : " : "The post’s reference: ") + post;
    }

    private static String html(Language language, Whole said) {
        return HtmlMail.of(
                language,
                said.title(),
                "<h1 style=\"font-size:1.25em\">" + escaped(said.title()) + "</h1>"
                        + HtmlMail.lines(said.happened().lines()) + "<p><strong>" + escaped(said.toDo())
                        + "</strong></p>"
                        + aside(said.details())
                        + aside(said.signature()));
    }

    private static String aside(String said) {
        return said.isEmpty() ? "" : "<p style=\"color:#555\">" + escaped(said) + "</p>";
    }

    static String oneLine(String text) {
        return text.replaceAll("\\p{Cntrl}", " ");
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
