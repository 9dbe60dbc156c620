package dev.parvis.emulators.template;

/** The template says something that cannot be read, or refers to what is not there. The message names the place. */
public final class TemplateError extends RuntimeException {
    private static final long serialVersionUID = 1;

    public TemplateError(String message) {
        super(message);
    }

    public TemplateError(String message, Throwable cause) {
        super(message, cause);
    }
}
