package se.fardplan;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.CRC32C;
import org.springframework.stereotype.Component;

/** The files under {@code static/} by an address that changes with their content (statiska filer). */
@Component
public class Assets {

    private final Map<String, String> addresses = new ConcurrentHashMap<>();

    Assets() {}

    /** @param path from {@code static/}, such as {@code /app.css}; a file that is not there is an error */
    public String address(String path) {
        return addresses.computeIfAbsent(path, Assets::stamped);
    }

    private static String stamped(String path) {
        try (InputStream file = Assets.class.getResourceAsStream("/static" + path)) {
            if (file == null) {
                throw new IllegalArgumentException("expected a file static" + path + ", found none");
            }
            CRC32C sum = new CRC32C();
            sum.update(file.readAllBytes());
            return path + "?v=" + HexFormat.of().toHexDigits((int) sum.getValue());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
