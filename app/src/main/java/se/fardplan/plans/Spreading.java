package se.fardplan.plans;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.fardplan.Refusal;
import se.fardplan.access.Access;
import se.fardplan.access.Act;
import se.fardplan.access.CurrentUser;
import se.fardplan.organisation.Organisation;
import se.fardplan.organisation.Principal;

/** Which municipalities try things first, and what others have taken up from them (piloter och spridning). */
@Service
class Spreading {

    private final SpreadStore store;
    private final Organisation organisation;
    private final Access access;
    private final Clock clock;

    Spreading(SpreadStore store, Organisation organisation, Access access, Clock clock) {
        this.store = store;
        this.organisation = organisation;
        this.access = access;
        this.clock = clock;
    }

    /** Pilots of today and of before, the earliest first. */
    List<PilotMunicipality> listPilots() {
        return store.listPilots();
    }

    /** What has spread, the latest first. */
    List<Spread> list() {
        return store.list();
    }

    /** The codes of the municipalities that are pilots now. */
    Set<String> listPiloting() {
        return store.listPilots().stream()
                .filter(pilot -> pilot.until() == null)
                .map(PilotMunicipality::municipality)
                .collect(Collectors.toSet());
    }

    /**
     * Marks a municipality as a pilot from today.
     *
     * @param support what it gets help with
     * @throws Refusal {@code ACC-001}, {@code PLA-040} no municipality, {@code PLA-041} it is one already, {@code PLA-042} no word
     *     on the support
     */
    @Transactional
    void mark(CurrentUser by, String municipality, String support) {
        demand(by);
        check(isMunicipality(municipality), "PLA-040");
        check(!support.isBlank(), "PLA-042");
        store.lock();
        check(findPilot(municipality).isEmpty(), "PLA-041");
        store.save(new PilotMunicipality(municipality, LocalDate.now(clock), null, support.strip()));
        access.record(by, "pilot.marked", "principal/" + municipality, support.strip());
    }

    /**
     * Lets today be a pilot's last day.
     *
     * @throws Refusal {@code ACC-001}, {@code PLA-043} it is no pilot
     */
    @Transactional
    void end(CurrentUser by, String municipality) {
        demand(by);
        store.lock();
        PilotMunicipality pilot = findPilot(municipality).orElseThrow(() -> new Refusal("PLA-043"));
        store.save(new PilotMunicipality(municipality, pilot.since(), LocalDate.now(clock), pilot.support()));
        access.record(by, "pilot.ended", "principal/" + municipality, pilot.support());
    }

    /**
     * Records that something has been taken up elsewhere.
     *
     * @throws Refusal {@code ACC-001}, {@code PLA-044} two principals are not named, {@code PLA-045} nothing is said of what
     */
    @Transactional
    void add(CurrentUser by, String from, String to, String what) {
        demand(by);
        boolean two = !from.equals(to)
                && organisation.findPrincipal(from).isPresent()
                && organisation.findPrincipal(to).isPresent();
        check(two, "PLA-044");
        check(!what.isBlank(), "PLA-045");
        Spread spread = new Spread(UUID.randomUUID(), from, to, what.strip(), LocalDate.now(clock));
        store.add(spread);
        access.record(by, "spread.added", "principal/" + to, from + ": " + spread.what());
    }

    private Optional<PilotMunicipality> findPilot(String municipality) {
        return store.listPilots().stream()
                .filter(pilot -> pilot.municipality().equals(municipality) && pilot.until() == null)
                .findFirst();
    }

    private boolean isMunicipality(String code) {
        return organisation
                .findPrincipal(code)
                .filter(principal -> principal.kind() == Principal.Kind.MUNICIPALITY)
                .isPresent();
    }

    private void demand(CurrentUser by) {
        check(access.may(by, Act.WRITE_COUNTY_PLAN, null), "ACC-001");
    }

    private static void check(boolean fits, String refusal) {
        if (!fits) {
            throw new Refusal(refusal);
        }
    }
}
