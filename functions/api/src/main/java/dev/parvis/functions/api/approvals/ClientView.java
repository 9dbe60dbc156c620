package dev.parvis.functions.api.approvals;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
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
import dev.parvis.domain.channels.Channels;
import dev.parvis.domain.files.Files;
import dev.parvis.domain.media.Media;
import dev.parvis.domain.media.MediaId;
import dev.parvis.domain.media.MediaLibrary;
import dev.parvis.domain.networks.Networks;
import dev.parvis.domain.posts.Approval;
import dev.parvis.domain.posts.Content;
import dev.parvis.domain.posts.PostId;
import dev.parvis.domain.posts.PostWithTargets;
import dev.parvis.domain.posts.Target;
import dev.parvis.functions.api.calls.ChannelNames;
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
    private final ChannelNames names;
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
        this.names = new ChannelNames(stores.networks());
        this.files = stores.files();
    }

    Optional<Guest> guest(ApprovalLink link) {
        return brands.find(link.workspace(), link.brand())
                .flatMap(brand -> link.isFor(brand).map(approver -> new Guest(link, brand, approver)));
    }

    Optional<PostWithTargets> post(Guest guest, PostId id) {
        return questions.one(guest.link(), id);
    }

    Shown of(Guest guest, int number) {
        var link = guest.link();
        var found = questions.shown(link, number);
        var posts = found.posts().stream().map(whole -> each(guest, whole)).toList();
        var month = Optional.of(link.month()).filter(_ -> link.post().isEmpty());
        var sheet = new Shown.Sheet(month, found.number(), found.sheets(), found.waiting());
        return new Shown(guest.brand(), guest.approver(), sheet, posts, Optional.empty());
    }

    private Shown.Each each(Guest guest, PostWithTargets whole) {
        var post = whole.post();
        var said = comments.of(post.workspace(), post.id()).stream()
                .filter(comment -> comment.part() == Approval.Part.CLIENT)
                .toList();
        return new Shown.Each(post, looks(guest, whole), said);
    }

    /** Channels on which the very same goes out are shown together, in the order of the post's. */
    private List<Shown.Look> looks(Guest guest, PostWithTargets whole) {
        var channelsByContent = new LinkedHashMap<Content, List<String>>();
        whole.targets().forEach(target -> channelsByContent
                .computeIfAbsent(whole.post().content().on(target.network()), _ -> new ArrayList<>())
                .add(name(guest, target)));
        return channelsByContent.entrySet().stream()
                .map(entry -> look(guest, entry.getKey(), entry.getValue()))
                .toList();
    }

    private Shown.Look look(Guest guest, Content content, List<String> names) {
        var first = new Shown.Part(Optional.empty(), content.text(), content.link(), pictures(guest, content.images()));
        var rest = content.parts().stream()
                .map(part -> new Shown.Part(
                        Optional.of(part.kind()), part.text(), part.link(), pictures(guest, part.images())));
        return new Shown.Look(
                names,
                Stream.concat(Stream.of(first), rest).toList(),
                content.poll(),
                content.video().flatMap(video -> film(guest, video)));
    }

    private String name(Guest guest, Target target) {
        return names.of(target.network(), channels.find(guest.brand().workspace(), target.channel()));
    }

    private List<Shown.Picture> pictures(Guest guest, List<Content.Image> images) {
        return images.stream()
                .flatMap(image ->
                        media(guest, image.mediaId()).map(there -> new Shown.Picture(url(there), image.alt())).stream())
                .toList();
    }

    private Optional<Shown.Film> film(Guest guest, Content.Video video) {
        return media(guest, video.mediaId()).map(there -> new Shown.Film(url(there), there.name(), video.alt()));
    }

    private URI url(Media there) {
        return files.get().show(there.fileKey(), PICTURES_OPEN_FOR);
    }

    private Optional<Media> media(Guest guest, String id) {
        return Ids.parsed(id, MediaId::new)
                .flatMap(parsed -> media.find(guest.brand().workspace(), parsed))
                .filter(there -> there.brand().equals(guest.brand().id()));
    }
}
