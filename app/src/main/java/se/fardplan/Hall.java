package se.fardplan;

import org.jspecify.annotations.Nullable;

/**
 * What every page template gets besides its own record (hallen): texts, the sign over the door and the visitor.
 *
 * @param path the request's path, such as {@code /delmal/nara-for-mig}
 * @param csrfName the form field's name for the token; null on a page without a session
 */
public record Hall(
        Texts texts,
        Sign sign,
        Visitor visitor,
        Assets assets,
        String path,
        @Nullable String csrfName,
        @Nullable String csrfToken) {

    /** The text under {@code key}. */
    public String text(String key, Object... arguments) {
        return texts.of(key, arguments);
    }

    /** The address of a file under {@code static/} that a browser may keep, such as {@code /app.css?v=1f6a22c0}. */
    public String asset(String path) {
        return assets.address(path);
    }
}
