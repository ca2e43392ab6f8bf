package se.fardplan.strategy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.fardplan.Refusal;
import se.fardplan.Texts;
import se.fardplan.access.Access;
import se.fardplan.access.CurrentUser;
import se.fardplan.access.Person;
import se.fardplan.access.Persons;
import se.fardplan.access.Role;
import se.fardplan.access.Scope;
import se.fardplan.desk.Desk;
import se.fardplan.desk.Line;

/** The roadmap on its way to every unit: laid on the manager's desk, received, and kept who did (kvittenser). */
@Service
class Receipts {

    private final ReceiptStore store;
    private final Strategies strategies;
    private final Persons persons;
    private final Access access;
    private final Desk desk;
    private final Texts texts;
    private final Clock clock;

    Receipts(
            ReceiptStore store,
            Strategies strategies,
            Persons persons,
            Access access,
            Desk desk,
            Texts texts,
            Clock clock) {
        this.store = store;
        this.strategies = strategies;
        this.persons = persons;
        this.access = access;
        this.desk = desk;
        this.texts = texts;
        this.clock = clock;
    }

    /** The receipts of the strategy as it stands, the first first; none in a county without one. */
    List<Receipt> list() {
        return strategies
                .findStrategy()
                .map(strategy -> store.list(strategy.version()))
                .orElse(List.of());
    }

    /**
     * Says that the roadmap is received for each of the manager's places that lacks it.
     *
     * <p>Refusals: {@code ACC-001} no manager, {@code STR-001} no strategy.
     */
    @Transactional
    public void receive(CurrentUser by) {
        String version = strategies
                .findStrategy()
                .orElseThrow(() -> new Refusal("STR-001"))
                .version();
        List<CurrentUser.Grant> managed = managed(by);
        if (managed.isEmpty()) {
            throw new Refusal("ACC-001");
        }
        for (CurrentUser.Grant grant : managed) {
            String place = Receipt.placeOf(grant);
            if (place != null && store.add(version, place, by, clock.instant())) {
                access.record(by, "roadmap.received", "strategy/" + version, place);
                desk.done(key(version, place));
            }
        }
    }

    /** The manager's roles of the user. */
    static List<CurrentUser.Grant> managed(CurrentUser user) {
        return user.grants().stream()
                .filter(grant -> grant.role() == Role.UNIT_MANAGER)
                .toList();
    }

    /** Lays the roadmap on the desk of each manager whose place has not received it. */
    @Transactional
    public void remind() {
        strategies.findStrategy().map(Strategy::version).ifPresent(version -> {
            Set<String> received =
                    store.list(version).stream().map(Receipt::place).collect(Collectors.toSet());
            LocalDate today = LocalDate.now(clock);
            for (Person person : persons.listAll()) {
                person.rolesOn(today).stream()
                        .map(Person.Held::grant)
                        .filter(grant -> grant.role() == Role.UNIT_MANAGER)
                        .forEach(grant -> put(version, grant, received));
            }
        });
    }

    private void put(String version, CurrentUser.Grant grant, Set<String> received) {
        String place = Receipt.placeOf(grant);
        if (place != null && !received.contains(place)) {
            desk.put(new Line(
                    key(version, place),
                    Line.Kind.TODO,
                    texts.of("receipt.line"),
                    null,
                    "/strategin/fardplan/mottagen",
                    null,
                    Scope.role(Role.UNIT_MANAGER, grant.organisation(), grant.unit())));
        }
    }

    private static String key(String version, String place) {
        return "receipt/" + version + "/" + place;
    }
}
