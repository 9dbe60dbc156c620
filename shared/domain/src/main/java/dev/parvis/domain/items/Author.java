package dev.parvis.domain.items;

/** Who wrote an item, as the network tells it; any part may be empty, none is trusted. */
public record Author(String nativeId, String handle, String name, String url) {
    public static final Author UNKNOWN = new Author("", "", "", "");
}
