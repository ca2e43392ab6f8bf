package se.fardplan.indicators;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.fardplan.HouseTime;
import se.fardplan.Refusal;
import se.fardplan.access.Access;
import se.fardplan.access.Act;
import se.fardplan.access.CurrentUser;
import se.fardplan.organisation.County;
import se.fardplan.organisation.Organisation;

/**
 * Values typed in where Kolada has none (värden för hand).
 *
 * <p>Each makes a vintage of its own, so that what was frozen before it stays as it was; the vintage keeps the date of
 * Kolada's figures. Nothing typed in takes the place of a value or a secret of Kolada's, now or later.
 */
@Service
public class HandValues {

    private static final int MOST_DIGITS = 30;

    private final Access access;
    private final Organisation organisation;
    private final Indicators indicators;
    private final VintageStore vintages;
    private final HandValueStore store;
    private final Clock clock;

    HandValues(
            Access access,
            Organisation organisation,
            Indicators indicators,
            VintageStore vintages,
            HandValueStore store,
            Clock clock) {
        this.access = access;
        this.organisation = organisation;
        this.indicators = indicators;
        this.vintages = vintages;
        this.store = store;
        this.clock = clock;
    }

    /** Everything typed in for {@code indicator}, also what was withdrawn, the latest year first. */
    public List<HandValue> list(String indicator) {
        return store.list(indicator);
    }

    /**
     * Enters a value, in the place of an earlier one typed in for the same area, year and sex.
     *
     * @throws Refusal {@code HND-001} no source, {@code HND-002} a year to come, {@code HND-003} an area that is neither
     *     the county's nor the nation, {@code HND-004} no such key figure, {@code HND-005} a number without end,
     *     {@code HND-006} Kolada has a value, {@code HND-007} Kolada keeps it secret
     */
    @Transactional
    public void enter(CurrentUser by, HandValue.Entry entry) {
        access.demand(by, Act.ENTER_VALUE, entry.area());
        demandSound(entry);
        lock();
        store.findKoladasState(entry).ifPresent(state -> demandFree(entry, state));
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        long vintage = addVintage(by, now, entry.source());
        String before = store.findStanding(entry)
                .map(old -> {
                    store.withdraw(old.id(), by, now, vintage);
                    return old.value().toPlainString();
                })
                .orElse("–");
        store.add(entry, by, now, vintage);
        access.record(
                by,
                "indicators.value-entered",
                subject(entry.indicator(), entry.area(), entry.year(), entry.sex()),
                "%s → %s. Källa: %s".formatted(before, entry.value().toPlainString(), entry.source()));
    }

    /**
     * Withdraws a value; it stays in the history.
     *
     * @throws Refusal {@code HND-008} there is none, or it is withdrawn already
     */
    @Transactional
    public void withdraw(CurrentUser by, UUID id) {
        lock();
        HandValue value =
                store.find(id).filter(one -> one.withdrawnAt() == null).orElseThrow(() -> new Refusal("HND-008"));
        access.demand(by, Act.ENTER_VALUE, value.area());
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        store.withdraw(id, by, now, addVintage(by, now, value.source()));
        access.record(
                by,
                "indicators.value-withdrawn",
                subject(value.indicator(), value.area(), value.year(), value.sex()),
                value.value().toPlainString() + " → –");
    }

    private void demandSound(HandValue.Entry entry) {
        if (entry.source().isBlank()) {
            throw new Refusal("HND-001");
        }
        int thisYear = LocalDate.now(HouseTime.SWEDEN).getYear();
        if (entry.year() < 1990 || entry.year() > thisYear) {
            throw new Refusal("HND-002", String.valueOf(entry.year()), String.valueOf(thisYear));
        }
        boolean nation = entry.area().equals(County.NATION);
        if (!nation && organisation.findPrincipal(entry.area()).isEmpty()) {
            throw new Refusal("HND-003", entry.area());
        }
        if (!indicators.knows(entry.indicator())) {
            throw new Refusal("HND-004", entry.indicator());
        }
        if (entry.value().precision() > MOST_DIGITS || Math.abs(entry.value().scale()) > MOST_DIGITS) {
            throw new Refusal("HND-005");
        }
    }

    private static void demandFree(HandValue.Entry entry, State kolada) {
        if (kolada == State.PUBLISHED || kolada == State.UNCERTAIN) {
            throw new Refusal("HND-006", String.valueOf(entry.year()));
        }
        if (kolada == State.SUPPRESSED) {
            throw new Refusal("HND-007", String.valueOf(entry.year()));
        }
    }

    private void lock() {
        if (!vintages.tryLock()) {
            throw new Refusal("KOL-010");
        }
    }

    private long addVintage(CurrentUser by, Instant now, String source) {
        LocalDate asOf = vintages.findLatest().map(Vintage::asOf).orElseGet(() -> LocalDate.now(HouseTime.SWEDEN));
        Vintage vintage = new Vintage(vintages.nextNumber(), asOf, now, by.name());
        vintages.add(vintage, VintageStore.Kind.HAND, source);
        return vintage.number();
    }

    private static String subject(String indicator, String area, int year, Sex sex) {
        return "observation/%s/%s/%d/%s".formatted(indicator, area, year, sex);
    }
}
