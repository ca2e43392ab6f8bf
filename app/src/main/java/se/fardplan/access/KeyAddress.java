package se.fardplan.access;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.core.env.Environment;

/**
 * Where passkeys are good (nycklarnas adress): a browser binds each to the host it was made at.
 *
 * @param host such as {@code fardplan.example.se}
 * @param origin scheme, host and port, as a browser writes them
 */
record KeyAddress(String host, String origin) {

    private static final Pattern NUMBERS = Pattern.compile("[0-9.]+|\\[.*");

    /**
     * The address of {@code fardplan.address}, else this machine's own; empty where browsers allow no passkeys: without
     * https, except at {@code localhost}, and at a host that is a number.
     */
    static Optional<KeyAddress> of(Environment settings) {
        String port = settings.getProperty("local.server.port", settings.getProperty("server.port", "8080"));
        return of(settings.getProperty("fardplan.address", "http://localhost:" + port));
    }

    static Optional<KeyAddress> of(String address) {
        try {
            URI uri = URI.create(address.strip().toLowerCase(Locale.ROOT));
            String host = uri.getHost();
            boolean https = "https".equals(uri.getScheme());
            boolean here = "http".equals(uri.getScheme()) && "localhost".equals(host);
            if (host == null || NUMBERS.matcher(host).matches() || !https && !here) {
                return Optional.empty();
            }
            boolean usual = uri.getPort() < 0 || uri.getPort() == (https ? 443 : 80);
            return Optional.of(
                    new KeyAddress(host, uri.getScheme() + "://" + host + (usual ? "" : ":" + uri.getPort())));
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }
}
