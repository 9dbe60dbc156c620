package dev.parvis.kernel.json;

/**
 * What is wrong with one field of a request.
 *
 * @param pointer JSON Pointer (RFC 6901) of the field; empty for the whole body
 * @param code stable word for programs: required, wrong_type, too_short, too_long, too_small, too_large, not_allowed,
 *     malformed, unknown_field, too_many, or one of the caller's own
 * @param detail one sentence for people
 */
public record FieldError(String pointer, String code, String detail) {}
