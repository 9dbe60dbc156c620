package dev.parvis.functions.api.approvals;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

import dev.parvis.domain.approvals.ApprovalLink;
import dev.parvis.domain.approvals.Comments;
import dev.parvis.domain.approvals.Questions;
import dev.parvis.domain.brands.Approver;
import dev.parvis.domain.brands.Brand;
import dev.parvis.domain.brands.Brands;
import dev.parvis.domain.channels.Channel;
import dev.parvis.domain.channels.Channels;
import dev.parvis.domain.files.Files;
import dev.parvis.domain.media.MediaId;
import dev.parvis.domain.media.MediaLibrary;
import dev.parvis.domain.networks.Network;
import dev.parvis.domain.networks.Networks;
import dev.parvis.domain.posts.Approval;
import dev.parvis.domain.posts.Content;
import dev.parvis.domain.posts.PostId;
import dev.parvis.domain.posts.PostWithTargets;
import dev.parvis.domain.posts.Target;
import dev.parvis.functions.api.calls.Ids;

/** Reads what a guest may see: the posts of their link's brand, with what belongs to the same brand, and nothing else. */
public final class ClientView {
    /** As long as somebody reads; the page makes new ones each time it is opened. */
    private static final Duration PICTURES_OPEN_FOR = Duration.ofMinutes(30);

    private final Brands brands;
    private final Questions questions;
    private final Channels channels;
    private final MediaLibrary media;
    private final Comments comments;
    private final Networks networks;
    private final Supplier<Files> files;

    /** What is read. */
    public record Stores(
            Brands brands,
            Channels channels,
            MediaLibrary media,
            Comments comments,
            Networks networks,
            Supplier<Files> files) {}

    /** Whoever holds a link that opens. */
    record Guest(ApprovalLink link, Brand brand, Approver approver) {}

    public ClientView(Stores stores, Questions questions) {
        this.brands = stores.brands();
        this.questions = questions;
        this.channels = stores.channels();
        this.media = stores.media();
        this.comments = stores.comments();
        this.networks = stores.networks();
        this.files = stores.files();
    }

    Optional<Guest> guest(ApprovalLink link) {
        return brands.find(link.workspace(), link.brand())
                .flatMap(brand -> link.isFor(brand).map(approver -> new Guest(link, brand, approver)));
    }

    Optional<PostWithTargets> post(Guest guest, PostId id) {
        return questions.one(guest.link(), id);
    }

    Shown of(Guest guest) {
        var posts = questions.shown(guest.link()).stream()
                .map(whole -> each(guest, whole))
                .toList();
        return new Shown(guest.brand(), guest.approver(), guest.link().by(), posts, Optional.empty());
    }

    private Shown.Each each(Guest guest, PostWithTargets whole) {
        var post = whole.post();
        var names = whole.targets().stream().map(target -> name(guest, target)).toList();
        var said = comments.of(post.workspace(), post.id()).stream()
                .filter(comment -> comment.part() == Approval.Part.CLIENT)
                .toList();
        return new Shown.Each(post, names, pictures(guest, post.content()), said);
    }

    private String name(Guest guest, Target target) {
        var title = networks.find(target.network()).map(Network::title).orElseGet(() -> target.network()
                .value());
        return channels.find(guest.brand().workspace(), target.channel())
                .map(Channel::handle)
                .map(handle -> title + " " + handle)
                .orElse(title);
    }

    private List<Shown.Picture> pictures(Guest guest, Content content) {
        return content.images().stream().flatMap(image -> picture(guest, image)).toList();
    }

    private Stream<Shown.Picture> picture(Guest guest, Content.Image image) {
        return Ids.parsed(image.mediaId(), MediaId::new)
                .flatMap(id -> media.find(guest.brand().workspace(), id))
                .filter(there -> there.brand().equals(guest.brand().id()))
                .map(there -> new Shown.Picture(
                        files.get().download(there.fileKey(), there.name(), PICTURES_OPEN_FOR), image.alt()))
                .stream();
    }
}
