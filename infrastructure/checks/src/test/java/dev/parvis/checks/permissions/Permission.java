package dev.parvis.checks.permissions;

import java.util.Set;

/**
 * What a role must allow.
 *
 * @param action such as {@code dynamodb:Query}
 * @param resource an ARN
 * @param leadingKeys the partitions it touches; empty for all but DynamoDB
 */
public record Permission(String action, String resource, Set<String> leadingKeys) {
    public Permission {
        leadingKeys = Set.copyOf(leadingKeys);
    }

    static Permission of(String action, String resource) {
        return new Permission(action, resource, Set.of());
    }
}
