package dev.parvis.table;

import java.util.Map;

import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import dev.parvis.domain.workspaces.WorkspaceId;

/** Where a row lies. */
record Key(String pk, String sk) {
    Map<String, AttributeValue> map() {
        return Map.of("pk", AttributeValue.fromS(pk), "sk", AttributeValue.fromS(sk));
    }

    /** The tenant that a partition belongs to. */
    WorkspaceId workspace() {
        var from = "W#".length();
        var to = pk.indexOf('#', from);
        return new WorkspaceId(to < 0 ? pk.substring(from) : pk.substring(from, to));
    }

    /** What follows a prefix of the sort key. */
    String after(String prefix) {
        if (!sk.startsWith(prefix)) {
            throw new BrokenRow(this, "sk");
        }
        return sk.substring(prefix.length());
    }

    /** What follows the workspace and a word in the partition key. */
    String partitionAfter(String word) {
        var prefix = "W#" + workspace() + word;
        if (!pk.startsWith(prefix)) {
            throw new BrokenRow(this, "pk");
        }
        return pk.substring(prefix.length());
    }

    @Override
    public String toString() {
        return pk + " | " + sk;
    }
}
