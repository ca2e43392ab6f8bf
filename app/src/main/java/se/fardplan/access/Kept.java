package se.fardplan.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What someone had written when the session ended (det som skrevs), carried through the login in the page itself.
 *
 * @param target the path that the form was sent to
 */
record Kept(String target, List<Field> fields) {

    /** Where a login form carries the target; the fields stand under this name, a dot, and their own. */
    static final String PARAMETER = "kvar";

    private static final int LONGEST_SHORT = 40;

    /** Fields that no page shows. */
    private static final Set<String> SECRET = Set.of("losenord", "gammalt", "nytt");

    /** A form field by its name. */
    record Field(String name, String value) {

        String keptName() {
            return PARAMETER + "." + name;
        }

        /** True for what someone wrote, false for what the page put there. */
        boolean isText() {
            return !SECRET.contains(name)
                    && (value.length() > LONGEST_SHORT || value.contains("\n") || value.contains(" "));
        }
    }

    Kept {
        fields = List.copyOf(fields);
    }

    /** What a form sent to another address than the login holds, without its token. */
    static Kept of(HttpServletRequest form, String tokenName) {
        return new Kept(Paths.here(form), fields(form.getParameterMap(), "", tokenName));
    }

    /** What a login form carries; null when it carries nothing. */
    static @Nullable Kept carriedBy(HttpServletRequest login) {
        String target = login.getParameter(PARAMETER);
        return target == null || !Paths.isLocal(target)
                ? null
                : new Kept(target, fields(login.getParameterMap(), PARAMETER + ".", ""));
    }

    List<Field> texts() {
        return fields.stream().filter(Field::isText).toList();
    }

    private static List<Field> fields(Map<String, String[]> parameters, String prefix, String without) {
        return parameters.entrySet().stream()
                .filter(parameter -> parameter.getKey().startsWith(prefix)
                        && !parameter.getKey().equals(without))
                .flatMap(parameter -> Arrays.stream(parameter.getValue())
                        .map(value -> new Field(parameter.getKey().substring(prefix.length()), value)))
                .toList();
    }
}
