package se.fardplan;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An entry in the menu (menyval); its word is the message {@code menu.<key>}.
 *
 * @param parts the entries below it, shown when it is the current one
 */
public record MenuEntry(String key, String href, List<MenuEntry> parts) {

    public static final List<MenuEntry> MAIN = List.of(
            new MenuEntry(
                    "strategy",
                    "/strategin",
                    List.of(
                            entry("vision", "/strategin/malbild"),
                            entry("roadmap", "/strategin/fardplan"),
                            entry("bodies", "/strategin/grupper"))),
            new MenuEntry(
                    "plan",
                    "/planera",
                    List.of(
                            entry("plans", "/planera"),
                            entry("county", "/planera/lanet"),
                            entry("assignments", "/planera/uppdrag"),
                            entry("pilots", "/planera/piloter"))),
            entry("follow-up", "/folja-upp"),
            entry("act", "/atgarda"));

    public static final List<MenuEntry> FOOT = List.of(
            entry("units", "/enheter"),
            entry("about", "/om"),
            entry("accessibility", "/tillganglighet"),
            entry("open-data", "/oppna-data"),
            entry("contact", "/kontakt"));

    public MenuEntry {
        parts = List.copyOf(parts);
    }

    public static MenuEntry entry(String key, String href) {
        return new MenuEntry(key, href, List.of());
    }

    /** The part that the page at {@code path} is in: the nearest above it; null when it is in none. */
    public @Nullable MenuEntry partOf(String path) {
        return parts.stream()
                .filter(part -> path.equals(part.href) || path.startsWith(part.href + "/"))
                .max(Comparator.comparingInt(part -> part.href.length()))
                .orElse(null);
    }
}
