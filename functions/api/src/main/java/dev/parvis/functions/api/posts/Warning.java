package dev.parvis.functions.api.posts;

import java.util.Locale;

import dev.parvis.kernel.json.Json;

/** Something about a post that may be meant, and may be a mistake that nobody can take back. */
record Warning(Code code, String detail, Json.Obj facts) {

    /** What is warned of; somebody who means it says so by the name. */
    enum Code {
        /** It names another brand of the workspace: the post may be under way in the wrong client's name. */
        OTHER_BRAND_NAMED,
        /** The channel says, or has said, nearly the same. */
        SAID_BEFORE,
        /** It calls somebody as another network does: plain text on this one. */
        FOREIGN_HANDLE,
        /** It is answered, or somebody answers it at this very moment. */
        ALREADY_ANSWERED,
        /** A picture of it moves, and will stand still. */
        ANIMATION_LOST,
        /** A picture or video of it is declared, and its file has not come. */
        MEDIA_NOT_UPLOADED;

        String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    Json json() {
        return facts.with("code", code.wire()).with("detail", detail);
    }
}
