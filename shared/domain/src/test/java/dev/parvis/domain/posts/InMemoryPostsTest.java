package dev.parvis.domain.posts;

import dev.parvis.domain.InMemoryStores;
import dev.parvis.domain.MutableClock;
import dev.parvis.domain.Stores;

class InMemoryPostsTest extends PostsContract {
    @Override
    protected Stores empty(MutableClock clock) {
        return new InMemoryStores(clock, LEASE);
    }
}
