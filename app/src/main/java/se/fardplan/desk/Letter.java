package se.fardplan.desk;

/**
 * A mail to one person (brev), in plain text; links in it are made by {@link Desk#link}.
 *
 * @param to the mail address
 */
public record Letter(String to, String subject, String text, Kind kind) {

    /** What a letter is for. */
    public enum Kind {
        /** The way to a first password. */
        INVITATION(true),
        /** The way to a new password. */
        PASSWORD(true),
        /** The day's summary. */
        DIGEST(false),
        /** Word about one thing that happened. */
        NOTICE(false);

        private final boolean secret;

        Kind(boolean secret) {
            this.secret = secret;
        }

        /** True when the letter holds a link that lets its reader in: its text is kept no longer than until it is sent. */
        boolean isSecret() {
            return secret;
        }
    }

    public Letter {
        if ((to + subject).chars().anyMatch(sign -> sign < ' ')) {
            throw new IllegalArgumentException("expected address and subject on one line each, found " + kind);
        }
    }
}
