package se.fardplan.cli;

import java.net.URI;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Every setting there is (inställning): what {@code fardplan.properties} may hold, and what {@code docs/configuration.md}
 * tells. Its description is the message {@code setting.<NAME>}.
 *
 * <p>A star in a name stands for one word of the installation's own choice, or at its end for any number of them.
 */
enum Setting {
    COUNTY(Part.INSTALLATION, Settings.COUNTY, Kind.WORD, "dalarna"),
    ADDRESS(Part.INSTALLATION, Settings.ADDRESS, Kind.WORD, "127.0.0.1"),
    PORT(Part.INSTALLATION, Settings.PORT, Kind.PORT, "8080"),
    PUBLIC_ADDRESS(Part.INSTALLATION, "fardplan.address", Kind.URL, null),
    COUNTIES(Part.INSTALLATION, "fardplan.counties", Kind.PATH, null),
    WITNESS(Part.INSTALLATION, Installation.WITNESS, Kind.PATH, null),

    DATABASE_URL(Part.DATABASE, Settings.DATABASE_URL, Kind.WORD, null),
    DATABASE_OWNER(Part.DATABASE, Settings.DATABASE_OWNER, Kind.WORD, null),
    DATABASE_OWNER_PASSWORD(Part.DATABASE, Settings.DATABASE_OWNER_PASSWORD, Kind.SECRET, null),
    DATABASE_USER(Part.DATABASE, Settings.DATABASE_USER, Kind.WORD, null),
    DATABASE_PASSWORD(Part.DATABASE, Settings.DATABASE_PASSWORD, Kind.SECRET, null),

    MAIL_FROM(Part.MAIL, "fardplan.mail.from", Kind.WORD, null),
    MAIL_HOST(Part.MAIL, "spring.mail.host", Kind.WORD, null),
    MAIL_PORT(Part.MAIL, "spring.mail.port", Kind.PORT, "25"),
    MAIL_USER(Part.MAIL, "spring.mail.username", Kind.WORD, null),
    MAIL_PASSWORD(Part.MAIL, "spring.mail.password", Kind.SECRET, null),
    MAIL_LOGIN(Part.MAIL, "spring.mail.properties.mail.smtp.auth", Kind.YES_OR_NO, "false"),
    MAIL_TLS(Part.MAIL, "spring.mail.properties.mail.smtp.starttls.required", Kind.YES_OR_NO, "false"),

    BACKUP_FOLDER(Part.BACKUP, "fardplan.backup.folder", Kind.PATH, null),
    BACKUP_AT(Part.BACKUP, "fardplan.backup.at", Kind.TIME, "02.30"),
    BACKUP_KEEP(Part.BACKUP, "fardplan.backup.keep", Kind.KEEP, "7,4,12"),
    BACKUP_PASSPHRASE(Part.BACKUP, "fardplan.backup.passphrase-file", Kind.PATH, null),

    METRICS_TOKEN(Part.WATCH, "fardplan.metrics.token", Kind.SECRET, null),
    LOG_FORMAT(Part.WATCH, "logging.structured.format.console", Kind.WORD, null),

    LOGIN_PROVIDER(Part.LOGIN, "spring.security.oauth2.client.provider.*", Kind.WORD, null),
    LOGIN_REGISTRATION(Part.LOGIN, "spring.security.oauth2.client.registration.*", Kind.SECRET, null),
    LOGIN_ROLES(Part.LOGIN, "fardplan.oidc.roles.*", Kind.WORD, null),
    LOGIN_CLAIM(Part.LOGIN, "fardplan.oidc.claim", Kind.WORD, "groups"),
    LOGIN_CREATES(Part.LOGIN, "fardplan.oidc.create-accounts", Kind.YES_OR_NO, "false"),
    LOGIN_TRUSTS_EMAIL(Part.LOGIN, "fardplan.oidc.trust-email", Kind.YES_OR_NO, "false");

    /** A heading of the reference (avsnitt): the message {@code setting.part.<name>}. */
    enum Part {
        INSTALLATION,
        DATABASE,
        MAIL,
        BACKUP,
        WATCH,
        LOGIN
    }

    /** What a value must look like (slag): the message {@code setting.kind.<name>} says it in words. */
    enum Kind {
        WORD(value -> true),
        SECRET(value -> true),
        PATH(value -> !value.isBlank()),
        PORT(value -> value.matches("[0-9]{1,5}") && Integer.parseInt(value) <= 65535),
        TIME(value -> value.matches("([01]?[0-9]|2[0-3])[.:][0-5][0-9]")),
        KEEP(value -> value.matches("\\s*[0-9]+\\s*,\\s*[0-9]+\\s*,\\s*[0-9]+\\s*")),
        YES_OR_NO(value -> value.matches("true|false")),
        URL(Kind::isWebAddress);

        private final Predicate<String> allows;

        Kind(Predicate<String> allows) {
            this.allows = allows;
        }

        private static boolean isWebAddress(String value) {
            try {
                URI uri = URI.create(value);
                return uri.getHost() != null && ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()));
            } catch (IllegalArgumentException unreadable) {
                return false;
            }
        }
    }

    private static final String OURS = "fardplan.";

    final Part part;
    /** As it is written in the file. */
    final String key;

    final Kind kind;

    @Nullable
    final String otherwise;

    private final Pattern pattern;

    Setting(Part part, String key, Kind kind, @Nullable String otherwise) {
        this.part = part;
        this.key = key;
        this.kind = kind;
        this.otherwise = otherwise;
        this.pattern = Pattern.compile(
                Pattern.quote(key).replaceFirst("\\*\\\\E$", "\\\\E.+").replace("*", "\\E[^.]+\\Q"));
    }

    static Optional<Setting> find(String written) {
        return Arrays.stream(values())
                .filter(setting -> setting.pattern.matcher(written).matches())
                .findFirst();
    }

    /** Names with another beginning are handed to the libraries as they are. */
    static boolean isOurs(String written) {
        return !written.contains(".") || written.startsWith(OURS);
    }

    /** The one most like what was written. */
    static String nearest(String written) {
        return Arrays.stream(values())
                .map(setting -> setting.key)
                .filter(Setting::isOurs)
                .min(Comparator.comparingInt(key -> steps(written, key)))
                .orElseThrow();
    }

    boolean allows(String value) {
        return kind.allows.test(value.strip());
    }

    /** The environment variable; empty where there is none. */
    Optional<String> variable() {
        return key.contains(".") ? Optional.empty() : Optional.of(Settings.variable(key));
    }

    /** How many letters must be put in, taken away or changed to come from one to the other. */
    private static int steps(String from, String to) {
        int[] row = new int[to.length() + 1];
        Arrays.setAll(row, i -> i);
        for (int i = 1; i <= from.length(); i++) {
            int corner = row[0];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int changed = corner + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                corner = row[j];
                row[j] = Math.min(changed, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[to.length()];
    }
}
