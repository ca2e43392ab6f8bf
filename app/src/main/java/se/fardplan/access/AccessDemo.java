package se.fardplan.access;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import se.fardplan.DemoPart;
import se.fardplan.Texts;
import se.fardplan.organisation.Organisation;
import se.fardplan.organisation.Principal;

/** One account a role for the demo (demokonton), with a password that anyone may know: a demo answers this machine only. */
@Component
@Order(20)
class AccessDemo implements DemoPart {

    private static final String PASSWORD = "sju blå cyklar vid sjön";

    private final Accounts accounts;
    private final Organisation organisation;
    private final Texts texts;

    private record Person(String mailbox, String name, Role role) {

        String email() {
            return mailbox + "@example.org";
        }
    }

    private static final List<Person> PEOPLE = List.of(
            new Person("processledare", "Ronja Regionsson", Role.REGIONAL_LEAD),
            new Person("lokal", "Love Lokalsson", Role.LOCAL_LEAD),
            new Person("enhetschef", "Esa Enhetsson", Role.UNIT_MANAGER),
            new Person("chef", "Charlie Chefsson", Role.HEAD),
            new Person("politiker", "Pim Politikersson", Role.POLITICIAN),
            new Person("registrator", "Robin Registersson", Role.REGISTRAR),
            new Person("lansadmin", "Lin Länsadminsson", Role.COUNTY_ADMIN),
            new Person("admin", "Ali Adminsson", Role.ORGANISATION_ADMIN),
            new Person("system", "Sam Systemsson", Role.SYSADMIN));

    AccessDemo(Accounts accounts, Organisation organisation, Texts texts) {
        this.accounts = accounts;
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
        for (Person person : PEOPLE) {
            String written = Roles.written(person.role());
            String own = written + ":" + municipality;
            // A head speaks for the own organisation too.
            List<String> roles = person.role() == Role.HEAD
                    ? List.of(written, own)
                    : List.of(person.role().isForOneOrganisation() ? own : written);
            accounts.add(CurrentUser.console(), person.email(), person.name(), roles, PASSWORD);
        }
    }

    @Override
    public List<String> notes() {
        List<String> notes = new ArrayList<>();
        for (Person person : PEOPLE) {
            notes.add(texts.of("demo.account", texts.of("role." + person.role().name()), person.email(), PASSWORD));
        }
        return notes;
    }
}
