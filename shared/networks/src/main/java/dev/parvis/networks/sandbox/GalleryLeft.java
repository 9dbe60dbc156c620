package dev.parvis.networks.sandbox;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What lies on the gallery of a post that is being prepared, as the target's row remembers it: {@code 0c178…,178…} are
 * children, {@code 0p178…} is what will be published. The figure in front counts how often all had to be made again.
 *
 * @param whole whether {@code ids} is the one container that will be published
 */
record GalleryLeft(int again, boolean whole, List<String> ids) {
    private static final Pattern WRITTEN = Pattern.compile("([0-9])([cp])((?:[0-9]{1,20}(?:,[0-9]{1,20}){0,9})?)");

    private static final GalleryLeft NOTHING = new GalleryLeft(0, false, List.of());

    GalleryLeft {
        ids = List.copyOf(ids);
    }

    /** What cannot be read, of an earlier release perhaps, is nothing: it is made anew. */
    static GalleryLeft read(String left) {
        var match = WRITTEN.matcher(left);
        if (!match.matches()) {
            return NOTHING;
        }
        var whole = match.group(2).equals("p");
        var ids = match.group(3).isEmpty()
                ? List.<String>of()
                : List.of(match.group(3).split(","));
        return whole && ids.size() != 1 ? NOTHING : new GalleryLeft(Integer.parseInt(match.group(1)), whole, ids);
    }

    boolean isNothing() {
        return ids.isEmpty();
    }

    GalleryLeft with(String child) {
        var more = new ArrayList<>(ids);
        more.add(child);
        return new GalleryLeft(again, false, more);
    }

    GalleryLeft container(String id) {
        return new GalleryLeft(again, true, List.of(id));
    }

    /** All of it is dead. */
    GalleryLeft anew() {
        return new GalleryLeft(Math.min(again + 1, 9), false, List.of());
    }

    String written() {
        return again + (whole ? "p" : "c") + String.join(",", ids);
    }
}
