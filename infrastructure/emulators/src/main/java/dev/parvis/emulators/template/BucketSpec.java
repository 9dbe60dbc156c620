package dev.parvis.emulators.template;

import java.util.Map;

/**
 * A bucket as the template declares it.
 *
 * @param id its logical id
 * @param isVersioned whether deleting or overwriting an object keeps what was there
 */
public record BucketSpec(String id, boolean isVersioned) {
    static BucketSpec of(String id, Map<String, Object> properties) {
        var versioning = Nodes.map(properties, "VersioningConfiguration");
        return new BucketSpec(id, Nodes.text(versioning, "Status", "").equals("Enabled"));
    }
}
