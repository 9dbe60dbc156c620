package dev.parvis.table;

import dev.parvis.domain.MutableClock;
import dev.parvis.domain.Stores;
import dev.parvis.domain.posts.PostsContract;

class TablePostsTest extends PostsContract {
    @Override
    protected Stores empty(MutableClock clock) {
        return TableStores.empty(clock);
    }
}
