package dev.parvis.domain.posts;

import java.util.List;

/** A post and where each of its targets stands. */
public record PostWithTargets(Post post, List<Target> targets) {
    public PostWithTargets {
        targets = List.copyOf(targets);
    }
}
