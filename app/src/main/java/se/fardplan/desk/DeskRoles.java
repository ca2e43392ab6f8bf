package se.fardplan.desk;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import se.fardplan.Texts;
import se.fardplan.access.CurrentUser;
import se.fardplan.organisation.Organisation;
import se.fardplan.organisation.Principal;
import se.fardplan.organisation.Units;

/** Who someone is here, in a sentence (roller i ord). */
@Component
class DeskRoles {

    private final Organisation organisation;
    private final Units units;
    private final Texts texts;

    DeskRoles(Organisation organisation, Units units, Texts texts) {
        this.organisation = organisation;
        this.units = units;
        this.texts = texts;
    }

    /** Such as {@code Du är lokal processledare för Orsa}. */
    String words(CurrentUser user, LocalDate today) {
        List<String> roles = user.grants().stream()
                .map(grant -> words(grant, today))
                .distinct()
                .toList();
        if (roles.isEmpty()) {
            return texts.of("desk.no-role");
        }
        String last = roles.getLast();
        return texts.of(
                "desk.roles",
                roles.size() == 1
                        ? last
                        : texts.of("desk.and", String.join(", ", roles.subList(0, roles.size() - 1)), last));
    }

    private String words(CurrentUser.Grant grant, LocalDate today) {
        String name = texts.of("role." + grant.role().name());
        String role = name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
        String place = Stream.of(unit(grant, today), principal(grant))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.joining(", "));
        return place.isEmpty() ? role : texts.of("desk.role-for", role, place);
    }

    private String unit(CurrentUser.Grant grant, LocalDate today) {
        String code = grant.unit();
        return code == null
                ? ""
                : units.find(code).map(unit -> unit.nearest(today).name()).orElse(code);
    }

    private String principal(CurrentUser.Grant grant) {
        String code = grant.organisation();
        return code == null
                ? ""
                : organisation.findPrincipal(code).map(Principal::name).orElse(code);
    }
}
