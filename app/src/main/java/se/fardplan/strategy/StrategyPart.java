package se.fardplan.strategy;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import se.fardplan.organisation.CountyPackage;
import se.fardplan.organisation.CountyPart;
import se.fardplan.organisation.Problems;

/** Reads the strategy from the package; a package without one is a county that has decided on none. */
@Component
@Order(30)
class StrategyPart implements CountyPart {

    private final StrategyStore store;

    StrategyPart(StrategyStore store) {
        this.store = store;
    }

    @Override
    public void check(CountyPackage county, Problems problems) {
        StrategyContent.read(county, problems);
    }

    @Override
    public void load(CountyPackage county) {
        store.replace(StrategyContent.read(county, new Problems()));
    }
}
