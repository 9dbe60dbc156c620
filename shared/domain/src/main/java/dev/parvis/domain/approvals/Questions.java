package dev.parvis.domain.approvals;

import java.time.InstantSource;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.parvis.domain.brands.BrandId;
import dev.parvis.domain.posts.Approval;
import dev.parvis.domain.posts.Post;
import dev.parvis.domain.posts.PostId;
import dev.parvis.domain.posts.PostWithTargets;
import dev.parvis.domain.posts.Posts;
import dev.parvis.domain.stored.PageRequest;
import dev.parvis.domain.workspaces.WorkspaceId;

/** What a brand's people are asked about: posts whose time has not come. */
public final class Questions {
    /** How far a month is looked through: so many pages of a hundred posts. */
    private static final int MOST_PAGES = 3;

    /** The most posts that one sheet of a month shows. */
    public static final int ON_A_SHEET = 20;

    private final Posts posts;
    private final InstantSource clock;

    public Questions(Posts posts, InstantSource clock) {
        this.posts = posts;
        this.clock = clock;
    }

    /** A month's posts that wait for somebody's word, earliest first. */
    public List<Post> waiting(WorkspaceId workspace, BrandId brand, YearMonth month) {
        return month(workspace, brand, month).stream()
                .filter(post -> post.approval().flatMap(Approval::waitsFor).isPresent())
                .toList();
    }

    /** A month's posts that wait for this part's word, earliest first. */
    public List<Post> waiting(WorkspaceId workspace, BrandId brand, YearMonth month, Approval.Part part) {
        return month(workspace, brand, month).stream()
                .filter(post -> post.approval()
                        .flatMap(Approval::waitsFor)
                        .filter(part::equals)
                        .isPresent())
                .toList();
    }

    /**
     * A sheet of what a client's link shows, earliest first.
     *
     * @param number of this sheet, from 1
     * @param sheets in all, one at least
     * @param waiting how many posts wait for the client's word, on all sheets
     */
    public record Sheet(List<PostWithTargets> posts, int number, int sheets, int waiting) {}

    /**
     * All that the client is asked about, or was, and that can still be taken back.
     *
     * @param number of the sheet that is asked for; one that is not there is the nearest that is
     */
    public Sheet shown(ApprovalLink link, int number) {
        if (link.post().isPresent()) {
            var only = posts.find(link.workspace(), link.post().get()).stream()
                    .filter(whole -> isOpen(link, whole))
                    .toList();
            return new Sheet(only, 1, 1, (int)
                    only.stream().filter(whole -> waits(whole.post())).count());
        }
        var asked = month(link.workspace(), link.brand(), link.month()).stream()
                .filter(Questions::asksClient)
                .toList();
        var sheets = Math.max(1, (asked.size() + ON_A_SHEET - 1) / ON_A_SHEET);
        var at = Math.clamp(number, 1, sheets);
        var open = asked.stream()
                .skip((at - 1L) * ON_A_SHEET)
                .limit(ON_A_SHEET)
                .flatMap(post -> posts.find(link.workspace(), post.id()).stream())
                .filter(whole -> isOpen(link, whole))
                .toList();
        return new Sheet(
                open, at, sheets, (int) asked.stream().filter(Questions::waits).count());
    }

    private static boolean waits(Post post) {
        return post.approval()
                .flatMap(Approval::waitsFor)
                .filter(Approval.Part.CLIENT::equals)
                .isPresent();
    }

    /** One post, if the link's brand is asked about it and its time has not come. */
    public Optional<PostWithTargets> one(ApprovalLink link, PostId id) {
        return link.post().filter(only -> !only.equals(id)).isPresent()
                ? Optional.empty()
                : posts.find(link.workspace(), id).filter(whole -> isOpen(link, whole));
    }

    private boolean isOpen(ApprovalLink link, PostWithTargets whole) {
        return whole.post().brand().equals(link.brand())
                && asksClient(whole.post())
                && isAhead(whole.post())
                && whole.targets().stream().anyMatch(target -> switch (target.state()) {
                    case APPROVAL, SCHEDULED, PREPARED, RETRY_AT -> true;
                    case DRAFT, SENDING, PUBLISHED, FAILED, UNCERTAIN, MISSED, HELD, CANCELLED -> false;
                });
    }

    private static boolean asksClient(Post post) {
        return post.approval()
                .filter(approval -> approval.asks(Approval.Part.CLIENT))
                .isPresent();
    }

    private boolean isAhead(Post post) {
        return post.schedule()
                .filter(schedule -> schedule.at().isAfter(clock.instant()))
                .isPresent();
    }

    private List<Post> month(WorkspaceId workspace, BrandId brand, YearMonth month) {
        var found = new ArrayList<Post>();
        var next = Optional.of(PageRequest.first(PageRequest.MOST));
        for (var page = 0; page < MOST_PAGES && next.isPresent(); page++) {
            var read = posts.calendar(workspace, brand, month, next.get());
            read.items().stream().filter(this::isAhead).forEach(found::add);
            next = read.next().map(after -> new PageRequest(PageRequest.MOST, Optional.of(after)));
        }
        return found;
    }
}
