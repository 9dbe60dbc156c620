package dev.parvis.domain.brands;

import dev.parvis.domain.workspaces.Language;

/** Somebody at the client's who approves posts by a mailed link, without an account. Printed without the address. */
public record Approver(String name, String email, Language language) {
    @Override
    public String toString() {
        return "Approver[***]";
    }
}
