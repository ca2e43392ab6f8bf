package se.fardplan.people;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import se.fardplan.DemoPart;
import se.fardplan.Texts;
import se.fardplan.access.CurrentUser;
import se.fardplan.access.PersonChange;
import se.fardplan.access.Role;
import se.fardplan.organisation.Organisation;
import se.fardplan.organisation.Principal;
import se.fardplan.organisation.UnitChange;
import se.fardplan.organisation.UnitDetails;
import se.fardplan.organisation.UnitKind;

/** A few units and people for the demo (exempeldata): some invited, one unit renamed, one merged, one actor beside the principals. */
@Component
@Order(60)
class PeopleDemo implements DemoPart {

    private final UnitDirectory units;
    private final PersonDirectory persons;
    private final Organisation organisation;
    private final Texts texts;

    PeopleDemo(UnitDirectory units, PersonDirectory persons, Organisation organisation, Texts texts) {
        this.units = units;
        this.persons = persons;
        this.organisation = organisation;
        this.texts = texts;
    }

    @Override
    public void fill(LocalDate asOf) {
        CurrentUser console = CurrentUser.console();
        LocalDate from = asOf.withDayOfYear(1);
        List<Principal> principals = organisation.listPrincipals(asOf);
        List<Principal> municipalities = principals.stream()
                .filter(principal -> principal.kind() == Principal.Kind.MUNICIPALITY)
                .limit(2)
                .toList();
        for (Principal municipality : municipalities) {
            String code = municipality.code();
            String top = add(code, "administration", UnitKind.ADMINISTRATION, null, from);
            add(code, "nursing", UnitKind.HOME_NURSING, top, from);
            add(code, "homecare-north", UnitKind.HOME_CARE, top, from);
            add(code, "homecare-south", UnitKind.HOME_CARE, top, from);
            add(code, "residential", UnitKind.RESIDENTIAL_CARE, top, from);
        }
        principals.stream()
                .filter(principal -> principal.kind() == Principal.Kind.REGION)
                .forEach(region -> {
                    add(region.code(), "support", UnitKind.SUPPORT, null, from);
                    add(region.code(), "care-centre", UnitKind.CARE_CENTRE, null, from);
                });
        add(null, "association", UnitKind.CIVIL_SOCIETY, null, from);
        String first = municipalities.getFirst().code();
        units.apply(
                console,
                new UnitChange.Change(
                        first + "-005",
                        1,
                        details(first, "residential-new", UnitKind.RESIDENTIAL_CARE, first + "-001"),
                        asOf.withDayOfMonth(1)));
        invite(first, asOf);
    }

    private String add(
            @Nullable String principal, String name, UnitKind kind, @Nullable String parent, LocalDate from) {
        return units.apply(
                        CurrentUser.console(),
                        new UnitChange.Add("", details(principal, name, kind, parent), from, null))
                .code();
    }

    private UnitDetails details(@Nullable String principal, String name, UnitKind kind, @Nullable String parent) {
        return new UnitDetails(
                texts.of("demo.unit." + name), kind, principal, parent, texts.of("demo.unit.responsible"));
    }

    private void invite(String municipality, LocalDate asOf) {
        List<PersonChange> changes = new ArrayList<>();
        int number = 2;
        for (String name : List.of("Alva Exempelsson", "Noor Exempelsson", "Wilma Exempelsson")) {
            UUID id = UUID.randomUUID();
            String mailbox = name.substring(0, name.indexOf(' ')).toLowerCase(Texts.SWEDISH);
            changes.add(new PersonChange.Invite(id, mailbox + "@example.org", name, municipality));
            changes.add(new PersonChange.Give(
                    id,
                    new CurrentUser.Grant(Role.UNIT_MANAGER, municipality, "%s-%03d".formatted(municipality, number++)),
                    asOf,
                    null));
        }
        // An example is never written to.
        persons.save(CurrentUser.console(), changes);
    }
}
