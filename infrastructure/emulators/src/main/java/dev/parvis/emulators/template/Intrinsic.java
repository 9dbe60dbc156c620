package dev.parvis.emulators.template;

import java.util.Set;

/**
 * A CloudFormation intrinsic function as it stands in the file, long form or short, not yet evaluated.
 *
 * @param name without {@code Fn::} or {@code !}: {@code Ref}, {@code Sub}, {@code GetAtt}, {@code If}…
 * @param argument a string, list or map that may hold further intrinsics
 */
record Intrinsic(String name, Object argument) {
    private static final Set<String> KNOWN = Set.of(
            "Ref",
            "Sub",
            "GetAtt",
            "If",
            "Equals",
            "Not",
            "And",
            "Or",
            "Condition",
            "Join",
            "Select",
            "Split",
            "FindInMap",
            "ImportValue",
            "Base64",
            "GetAZs",
            "Cidr",
            "Transform",
            "ToJsonString",
            "Length");

    static boolean isKnown(String name) {
        return KNOWN.contains(name);
    }
}
