package se.fardplan.desk;

import static se.fardplan.desk.Line.Kind.COMING;
import static se.fardplan.desk.Line.Kind.NEWS;
import static se.fardplan.desk.Line.Kind.TODO;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import se.fardplan.DemoPart;
import se.fardplan.Texts;
import se.fardplan.access.Role;
import se.fardplan.access.Scope;
import se.fardplan.organisation.Organisation;
import se.fardplan.organisation.Principal;

/** A few lines for each role's desk in the demo (exempeldata). */
@Component
@Order(40)
class DeskDemo implements DemoPart {

    private final Desk desk;
    private final Organisation organisation;
    private final Texts texts;

    /**
     * A line of the demo.
     *
     * @param name the middle of the keys of its title and detail
     * @param days from the day of the examples; null for no day
     * @param role whose desk; null for everyone who has logged in
     */
    private record Example(
            String name,
            Line.Kind kind,
            String address,
            @Nullable Integer days,
            @Nullable Role role) {}

    private static final List<Example> EXAMPLES = List.of(
            new Example("introduction", TODO, "/arsrapport", -3, Role.REGIONAL_LEAD),
            new Example("gaps", TODO, "/nyckeltal", 6, Role.REGIONAL_LEAD),
            new Example("freeze", TODO, "/arsrapport", 24, Role.REGIONAL_LEAD),
            new Example("own-analysis", TODO, "/arsrapport", 9, Role.LOCAL_LEAD),
            new Example("own-figures", TODO, "/nyckeltal", null, Role.LOCAL_LEAD),
            new Example("read-vision", TODO, "/strategin", 12, Role.UNIT_MANAGER),
            new Example("read-draft", TODO, "/arsrapport", 4, Role.HEAD),
            new Example("register", TODO, "/arsrapport", 2, Role.REGISTRAR),
            new Example("logins", TODO, "/logg", null, Role.SYSADMIN),
            new Example("board", COMING, "/arsrapport", 18, Role.POLITICIAN),
            new Example("network", COMING, "/folja-upp", 4, Role.HEAD),
            new Example("dialogue", COMING, "/folja-upp", 13, Role.REGIONAL_LEAD),
            new Example("figures", NEWS, "/folja-upp/bedomning", null, null),
            new Example("closing", COMING, "/folja-upp", 38, null));

    DeskDemo(Desk desk, Organisation organisation, Texts texts) {
        this.desk = desk;
        this.organisation = organisation;
        this.texts = texts;
    }

    @Override
    public void fill(LocalDate asOf) {
        String municipality = organisation.listPrincipals(asOf).stream()
                .filter(principal -> principal.kind() == Principal.Kind.MUNICIPALITY)
                .map(Principal::code)
                .findFirst()
                .orElseThrow();
        EXAMPLES.forEach(example -> desk.put(line(example, asOf, municipality)));
    }

    private Line line(Example example, LocalDate asOf, String municipality) {
        String key = "demo.desk." + example.name();
        Integer days = example.days();
        return new Line(
                key,
                example.kind(),
                texts.of(key + ".title"),
                texts.of(key + ".detail"),
                example.address(),
                days == null ? null : asOf.plusDays(days),
                scope(example.role(), municipality));
    }

    private static Scope scope(@Nullable Role role, String municipality) {
        if (role == null) {
            return Scope.loggedIn();
        }
        boolean local = role == Role.LOCAL_LEAD || role == Role.UNIT_MANAGER;
        return Scope.role(role, local ? municipality : null, null);
    }
}
