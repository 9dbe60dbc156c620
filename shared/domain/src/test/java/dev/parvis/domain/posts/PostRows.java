package dev.parvis.domain.posts;

import java.time.Instant;
import java.util.List;

import dev.parvis.domain.Fixtures;
import dev.parvis.domain.StoreContract;
import dev.parvis.domain.agenda.Claim;
import dev.parvis.domain.agenda.Kind;
import dev.parvis.domain.brands.BrandId;
import dev.parvis.domain.channels.ChannelId;
import dev.parvis.domain.workspaces.WorkspaceId;

import static dev.parvis.domain.Fixtures.NOON;

/** What the contracts of posts share: a brand with two channels. */
abstract class PostRows extends StoreContract {
    final WorkspaceId workspace = Fixtures.workspaceId();
    final BrandId brand = Fixtures.brandId();
    final ChannelId here = Fixtures.channelId();
    final ChannelId there = Fixtures.channelId();

    final Posts posts() {
        return stores.posts();
    }

    final PostWithTargets created(Instant at) {
        var post = Fixtures.post(workspace, brand, at);
        return done(posts().create(post, List.of(Fixtures.target(post, here), Fixtures.target(post, there))));
    }

    static Post saying(Post post, String text) {
        return new Post(
                post.workspace(),
                post.id(),
                post.brand(),
                Fixtures.content(text),
                post.schedule(),
                post.revision(),
                post.createdBy(),
                post.createdAt(),
                post.version());
    }

    final List<Claim<Target>> claims() {
        return stores.agenda().claim(Kind.TARGET, clock.instant(), 50).claims();
    }

    final Claim<Target> claimHere() {
        return claims().stream()
                .filter(claim -> claim.work().channel().equals(here))
                .findFirst()
                .orElseThrow();
    }

    static Attempt attempt(Target target) {
        return new Attempt(target.clientKey(), "print", NOON, NOON, NOON.plusSeconds(200), "trace");
    }

    static Target sending(Target target) {
        return target.prepared("lies there").sending(attempt(target));
    }
}
