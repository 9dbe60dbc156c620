package dev.parvis.functions.notify;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

import dev.parvis.domain.assisted.HandOver;
import dev.parvis.domain.brands.Brand;
import dev.parvis.domain.brands.Brands;
import dev.parvis.domain.channels.Channel;
import dev.parvis.domain.channels.Channels;
import dev.parvis.domain.events.Event;
import dev.parvis.domain.mail.Mailer;
import dev.parvis.domain.mail.Mailer.Mail;
import dev.parvis.domain.mail.Mailer.Mailing;
import dev.parvis.domain.posts.Holds;
import dev.parvis.domain.posts.PostWithTargets;
import dev.parvis.domain.posts.Posts;
import dev.parvis.domain.posts.Seal;
import dev.parvis.domain.posts.Stops;
import dev.parvis.domain.posts.Target;
import dev.parvis.domain.posts.TargetState;
import dev.parvis.domain.workspaces.Workspace;
import dev.parvis.domain.workspaces.Workspaces;
import dev.parvis.functions.notify.Deliverer.Delivered;
import dev.parvis.kernel.secret.SignedToken;
import dev.parvis.vault.SealedTokens;

/**
 * Asks a person to post by hand, and reminds them. What they are asked for is read when the mail is sent: nobody is asked
 * for what was edited, cancelled, stopped or done since.
 */
final class HelperMails {
    private final Supplier<Mailer> mailer;
    private final Stores stores;
    private final SealedTokens tokens;
    private final Supplier<URI> publicUrl;

    /** What is read. */
    record Stores(Posts posts, Holds holds, Workspaces workspaces, Brands brands, Channels channels) {}

    HelperMails(Supplier<Mailer> mailer, Stores stores, SealedTokens tokens, Supplier<URI> publicUrl) {
        this.mailer = mailer;
        this.stores = stores;
        this.tokens = tokens;
        this.publicUrl = publicUrl;
    }

    /** A mail that a crash repeats has the key of the first, and the same link. */
    Delivered send(String key, Event event) {
        var link = event.detail().getOrDefault("link", "");
        return switch (tokens.open(HandOver.PURPOSE, link)) {
            case SignedToken.Opened.Valid(var payload, var _) ->
                HandOver.parse(payload)
                        .map(handOver -> send(key, event, handOver, link))
                        .orElseGet(() -> new Delivered.Undeliverable("the link names nobody"));
            case SignedToken.Opened.Expired _, SignedToken.Opened.Forged _ ->
                new Delivered.Undeliverable("the link does not open");
        };
    }

    private Delivered send(String key, Event event, HandOver handOver, String link) {
        var whole = stores.posts().find(handOver.workspace(), handOver.post());
        var target = whole.flatMap(handOver::in).filter(there -> isAsked(handOver, whole.get(), there));
        var brand = target.flatMap(there -> stores.brands().find(there.workspace(), there.brand()));
        var channel = stores.channels().find(handOver.workspace(), handOver.channel());
        return target.isPresent() && brand.isPresent() && channel.isPresent()
                ? send(mail(
                        key,
                        new Asked(handOver, whole.orElseThrow(), target.get(), brand.get(), channel.get()),
                        URI.create(publicUrl.get() + "/h/" + link),
                        !"0".equals(event.detail().get("step"))))
                : new Delivered.Arrived("nobody is asked any more");
    }

    private boolean isAsked(HandOver handOver, PostWithTargets whole, Target target) {
        var seal = Optional.of(Seal.of(whole.post().content(), target));
        return target.state() == TargetState.PREPARED
                && target.revision() == handOver.revision()
                && !(stores.holds().stops(target.workspace()).on(target, () -> seal) instanceof Stops.Say.Wait);
    }

    private Delivered send(Mail mail) {
        return switch (mailer.get().send(mail)) {
            case Mailing.Sent _ -> new Delivered.Arrived("mailed");
            case Mailing.Refused(var reason) -> new Delivered.Undeliverable(reason);
            case Mailing.Later(var reason) -> new Delivered.Later(reason, Duration.ZERO);
        };
    }

    private record Asked(HandOver handOver, PostWithTargets whole, Target target, Brand brand, Channel channel) {}

    private Mail mail(String key, Asked asked, URI link, boolean reminder) {
        var text = new HelperText(
                        asked.brand(),
                        asked.channel().handle(),
                        asked.handOver().helper().language(),
                        reminder)
                .of(
                        asked.target().dueAt(),
                        asked.whole().post().content().on(asked.target().network()),
                        link);
        var asks = stores.workspaces()
                .find(asked.brand().workspace())
                .map(Workspace::name)
                .orElse("");
        return new Mail(key, asked.handOver().helper().email(), text.subject(), text.plain(), text.html(), asks);
    }
}
