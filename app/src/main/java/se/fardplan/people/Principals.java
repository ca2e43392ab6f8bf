package se.fardplan.people;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.fardplan.HouseTime;
import se.fardplan.Texts;
import se.fardplan.organisation.Organisation;
import se.fardplan.organisation.Principal;

/** The principals as forms and tables show them (huvudmännen i formulär): by name, with words for none. */
@Component
class Principals {

    private final Organisation organisation;
    private final Texts texts;

    /** A choice in a form. */
    record Choice(String value, String word) {}

    Principals(Organisation organisation, Texts texts) {
        this.organisation = organisation;
        this.texts = texts;
    }

    static LocalDate today() {
        return LocalDate.now(HouseTime.SWEDEN);
    }

    List<Choice> choices() {
        return organisation.listPrincipals(today()).stream()
                .map(principal -> new Choice(principal.code(), principal.name()))
                .toList();
    }

    /** The name behind {@code code}; for null the word for an actor beside the principals. */
    String unitOwner(@Nullable String code) {
        return code == null ? texts.of("unit.actor") : name(code);
    }

    /** The name behind {@code code}; for null the word for the whole county. */
    String scope(@Nullable String code) {
        return code == null ? texts.of("person.county") : name(code);
    }

    /** The code of the principal with that name or code; null when there is none. */
    @Nullable
    String code(String written) {
        return organisation.listPrincipals(today()).stream()
                .filter(principal -> principal.name().equalsIgnoreCase(written.strip())
                        || principal.code().equals(written.strip()))
                .map(Principal::code)
                .findFirst()
                .orElse(null);
    }

    /** {@link #code} for a whole file, with the principals read once. */
    Function<String, @Nullable String> codes() {
        Map<String, String> codes = new HashMap<>();
        for (Choice choice : choices()) {
            codes.put(choice.value(), choice.value());
            codes.putIfAbsent(choice.word().toLowerCase(Texts.SWEDISH), choice.value());
        }
        return written -> codes.get(written.strip().toLowerCase(Texts.SWEDISH));
    }

    /** {@link #scope} for a whole file, with each principal read once. */
    Function<@Nullable String, String> scopes() {
        Map<String, String> names = new HashMap<>();
        return code -> code == null ? scope(null) : names.computeIfAbsent(code, this::name);
    }

    private String name(String code) {
        return organisation.findPrincipal(code).map(Principal::name).orElse(code);
    }
}
