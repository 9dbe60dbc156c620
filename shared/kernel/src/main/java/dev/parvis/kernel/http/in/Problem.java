package dev.parvis.kernel.http.in;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import dev.parvis.kernel.json.FieldError;
import dev.parvis.kernel.json.Json;

/**
 * What went wrong, as RFC 9457 ({@code application/problem+json}).
 *
 * @param detail one sentence for this occurrence; nothing internal
 * @param errors the fields at fault, if any
 * @param extras further members of the problem object, such as {@code incident}
 */
public record Problem(Code code, String detail, List<FieldError> errors, Json.Obj extras) {
    private static final String TYPE_BASE = "https://parvis.dev/problems/";

    public Problem {
        errors = List.copyOf(errors);
    }

    /** The closed list of problems. Each constant's text is its documentation, here and in the OpenAPI document. */
    public enum Code {
        INVALID_REQUEST(400, "The request cannot be read", "The path, query, headers or body encoding is malformed."),
        MALFORMED_JSON(
                400, "The body is not valid JSON", "Not strict JSON in UTF-8: see line and column in the detail."),
        INVALID_CURSOR(400, "The page cursor is not valid", "Changed, expired, or made for another list; start over."),
        UNAUTHENTICATED(401, "Who are you?", "The bearer token is missing or not accepted."),
        INVALID_SIGNATURE(401, "The signature is not valid", "A webhook's or a link's signature is missing or wrong."),
        FORBIDDEN(403, "You may not do this", "Your role in this workspace does not include this action."),
        NOT_FOUND(404, "There is nothing here", "It does not exist, or not in a workspace of yours."),
        METHOD_NOT_ALLOWED(405, "This method is not offered here", "The Allow header lists those that are."),
        CONFLICT(409, "It is in a state that forbids this", "Read it again; the detail says which state it is in."),
        CONFIRMATION_NEEDED(
                409, "Say that you mean it", "It may be a mistake: see warnings; send their codes in confirmed."),
        CRISIS_STOP(
                409, "A crisis stop stands", "It covers this: see holds for why, and the permission that passes it."),
        IDEMPOTENCY_IN_PROGRESS(409, "The first request is still running", "Retry with the same key in a moment."),
        GONE(410, "It was here once", "It was deleted, or the link has ended."),
        PRECONDITION_FAILED(412, "It has changed since you read it", "If-Match names an older version; read again."),
        PAYLOAD_TOO_LARGE(413, "The body is too large", "The detail gives the limit."),
        UNSUPPORTED_MEDIA_TYPE(415, "This content type is not accepted", "The detail lists those that are."),
        INVALID_FIELDS(422, "Some fields are not acceptable", "Each entry of errors points to one field."),
        IDEMPOTENCY_KEY_REUSED(422, "This key was used for another request", "Use a new key for a new request."),
        NETWORK_REFUSED(422, "The network refused", "The social network or server gave a definite refusal."),
        PRECONDITION_REQUIRED(428, "Say which version you mean", "A change needs If-Match with the version you read."),
        TOO_MANY_REQUESTS(429, "Too many requests", "Wait as long as Retry-After says."),
        INTERNAL(500, "Something failed on our side", "Quote the incident to whoever runs this installation."),
        NETWORK_UNAVAILABLE(502, "The network did not answer", "The social network or server failed; try again."),
        UNAVAILABLE(503, "Not now", "A part we need does not answer; nothing was changed. Try again.");

        private final int status;
        private final String title;
        private final String doc;

        Code(int status, String title, String doc) {
            this.status = status;
            this.title = title;
            this.doc = doc;
        }

        public int status() {
            return status;
        }

        public String title() {
            return title;
        }

        public String doc() {
            return doc;
        }

        /** Stable word for programs: {@code invalid-fields}. */
        public String slug() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public static Problem of(Code code, String detail) {
        return new Problem(code, detail, List.of(), Json.obj());
    }

    /** Field errors as one problem. */
    public static Problem fields(List<FieldError> errors) {
        var count = errors.size() == 1 ? "One field is" : errors.size() + " fields are";
        return new Problem(Code.INVALID_FIELDS, count + " not acceptable.", errors, Json.obj());
    }

    /** Throws when there are errors: {@code Problem.refuseIfAny(fields.done())}. */
    public static void refuseIfAny(List<FieldError> errors) {
        if (!errors.isEmpty()) {
            throw new ProblemException(fields(errors));
        }
    }

    public Problem with(String name, Object value) {
        return new Problem(code, detail, errors, extras.with(name, value));
    }

    public ProblemException exception() {
        return new ProblemException(this);
    }

    public Json.Obj json() {
        var members = new ArrayList<Object>(List.of(
                "type",
                TYPE_BASE + code.slug(),
                "title",
                code.title,
                "status",
                code.status,
                "detail",
                detail,
                "code",
                code.slug()));
        if (!errors.isEmpty()) {
            members.add("errors");
            members.add(errors.stream()
                    .map(e -> Json.obj("pointer", e.pointer(), "code", e.code(), "detail", e.detail()))
                    .toList());
        }
        extras.members().forEach((name, value) -> members.addAll(List.of(name, value)));
        return Json.obj(members.toArray());
    }

    public Response response() {
        return Response.text(code.status, "application/problem+json", json().toString())
                .withHeader("cache-control", "no-store");
    }
}
