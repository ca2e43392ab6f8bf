package se.fardplan.desk;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.fardplan.access.Scope;

/**
 * Something that can be found by its words (sökbar text); there is one for an address.
 *
 * @param kind what sort of thing it is, such as {@code unit}: the end of the message key {@code search.kind.unit}
 * @param address where it is, such as {@code /delmal/nara-for-mig}
 * @param text what it says beside its title, plain; may be empty
 * @param codes words that lead here but are shown nowhere, such as {@code KF08}; mostly none
 * @param scope who may find it
 */
public record SearchText(String kind, String address, String title, String text, String codes, Scope scope) {

    private static final Pattern END = Pattern.compile("\\.?\\s*$");

    /** A text without codes. */
    public SearchText(String kind, String address, String title, String text, Scope scope) {
        this(kind, address, title, text, "", scope);
    }

    /** One text of several pieces, each a sentence; what is null or empty is left out. */
    public static String of(@Nullable String... pieces) {
        StringBuilder text = new StringBuilder();
        for (String piece : pieces) {
            if (piece != null && !piece.isBlank()) {
                text.append(text.isEmpty() ? "" : " ").append(END.matcher(piece).replaceFirst("."));
            }
        }
        return text.toString();
    }
}
