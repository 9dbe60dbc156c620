package dev.parvis.table;

/** A row that cannot be read: an attribute is missing or is not what it should be. Tells the key, never a value. */
public final class BrokenRow extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    BrokenRow(Key key, String attribute) {
        super("the row " + key + " has no readable attribute \"" + attribute + "\"");
    }
}
