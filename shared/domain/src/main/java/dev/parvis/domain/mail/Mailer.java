package dev.parvis.domain.mail;

/** Sends one mail. */
public interface Mailer {
    Mailing send(Mail mail);

    /**
     * A mail with a text and an HTML part.
     *
     * @param key the same at every try: a mailer that can tells a repetition by it
     * @param sender as whom the reader knows who writes, beside the installation's address; empty for nobody
     */
    record Mail(String key, String to, String subject, String text, String html, String sender) {
        public Mail(String key, String to, String subject, String text, String html) {
            this(key, to, subject, text, html, "");
        }

        @Override
        public String toString() {
            return "Mail[" + key + "]";
        }
    }

    /** What became of it. */
    sealed interface Mailing {
        record Sent(String messageId) implements Mailing {}

        /** It will never be taken: a bad or suppressed address. */
        record Refused(String reason) implements Mailing {}

        record Later(String reason) implements Mailing {}
    }
}
