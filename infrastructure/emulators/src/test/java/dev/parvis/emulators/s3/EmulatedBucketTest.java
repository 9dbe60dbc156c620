package dev.parvis.emulators.s3;

import org.junit.jupiter.api.Test;

import dev.parvis.emulators.template.BucketSpec;

import static org.assertj.core.api.Assertions.assertThat;

class EmulatedBucketTest {
    @Test
    void two_buckets_are_two_places_on_one_server() {
        var one = EmulatedBucket.create(new BucketSpec("Bucket", true));
        var two = EmulatedBucket.create(new BucketSpec("Bucket", false));

        assertThat(one.endpoint()).isEqualTo(two.endpoint());
        assertThat(one.name()).isNotEqualTo(two.name());
    }
}
