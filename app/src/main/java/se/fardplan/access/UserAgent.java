package se.fardplan.access;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A browser and the kind of machine it runs on (webbläsare), in the words their owner knows them by.
 *
 * @param name such as {@code Firefox}; null where it is none of those known here
 * @param machine such as {@code Windows} or {@code iPhone}; null likewise
 */
record UserAgent(@Nullable String name, @Nullable String machine) {

    static final UserAgent UNKNOWN = new UserAgent(null, null);

    /** In this order: the later ones also stand in what the earlier ones say of themselves. */
    private static final Map<String, String> NAMES = inOrder(
            "Edg", "Edge",
            "OPR/", "Opera",
            "SamsungBrowser/", "Samsung Internet",
            "Firefox/", "Firefox",
            "FxiOS/", "Firefox",
            "CriOS/", "Chrome",
            "Chrome/", "Chrome",
            "Safari/", "Safari");

    private static final Map<String, String> MACHINES = inOrder(
            "iPhone", "iPhone",
            "iPad", "iPad",
            "Android", "Android",
            "Windows", "Windows",
            "Macintosh", "Mac",
            "CrOS", "Chromebook",
            "Linux", "Linux");

    /** @param userAgent what the browser says of itself; null when nothing */
    static UserAgent of(@Nullable String userAgent) {
        return userAgent == null ? UNKNOWN : new UserAgent(first(NAMES, userAgent), first(MACHINES, userAgent));
    }

    private static @Nullable String first(Map<String, String> words, String text) {
        return words.entrySet().stream()
                .filter(word -> text.contains(word.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }

    private static Map<String, String> inOrder(String... pairs) {
        Map<String, String> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put(pairs[i], pairs[i + 1]);
        }
        return map;
    }
}
