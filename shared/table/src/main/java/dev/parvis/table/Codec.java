package dev.parvis.table;

/** How one aggregate lies in the table. What is encoded carries its key and its own index attributes. */
interface Codec<T> {
    Key key(T value);

    Attributes encode(T value);

    T decode(Row row);
}
