package dev.parvis.fakes.http;

/** One header line as it stood on the wire: the name in its own case, the value without surrounding blanks. */
public record Header(String name, String value) {}
