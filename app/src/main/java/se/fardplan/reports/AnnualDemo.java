package se.fardplan.reports;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import se.fardplan.DemoPart;
import se.fardplan.Texts;
import se.fardplan.access.CurrentUser;
import se.fardplan.access.Role;
import se.fardplan.indicators.Indicators;
import se.fardplan.reports.AnnualOutline.Slot;
import se.fardplan.strategy.Strategies;

/** Example reports: last year's, written and frozen, and this year's, begun (exempeldata). */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class AnnualDemo implements DemoPart {

    private final AnnualReports reports;
    private final Indicators indicators;
    private final Strategies strategies;
    private final Texts texts;

    AnnualDemo(AnnualReports reports, Indicators indicators, Strategies strategies, Texts texts) {
        this.reports = reports;
        this.indicators = indicators;
        this.strategies = strategies;
        this.texts = texts;
    }

    @Override
    public void fill(LocalDate asOf) {
        if (strategies.findStrategy().isEmpty()) {
            return;
        }
        AnnualReports then = reports.at(DemoPart.moment(asOf));
        int last = asOf.getYear() - 1;
        CurrentUser anna = writer("annual.demo.anna");
        CurrentUser bo = writer("annual.demo.bo");
        List<Slot> slots = then.slots(last).stream().filter(Slot::written).toList();
        for (Slot slot : slots) {
            CurrentUser by = slot.level() == 2 ? bo : anna;
            then.save(by, last, slot.anchor(), 0, text(slot));
        }
        then.save(anna, asOf.getYear(), "inledning", 0, texts.of("annual.demo.begun"));
        then.save(bo, asOf.getYear(), "inledning", 1, texts.of("annual.demo.begun.again"));
        indicators.findLatestVintage().ifPresent(vintage -> then.freeze(anna, last, vintage.number()));
    }

    private String text(Slot slot) {
        return slot.level() == 2
                ? texts.of("annual.demo.goal", slot.title())
                : texts.of("annual.demo." + slot.anchor());
    }

    /** A writer who exists in the examples alone and cannot log in. */
    private CurrentUser writer(String key) {
        return new CurrentUser(
                UUID.nameUUIDFromBytes(key.getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                texts.of(key),
                "",
                List.of(new CurrentUser.Grant(Role.REGIONAL_LEAD, null)));
    }
}
