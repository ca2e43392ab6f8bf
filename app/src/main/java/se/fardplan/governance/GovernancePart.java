package se.fardplan.governance;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import se.fardplan.organisation.CountyPackage;
import se.fardplan.organisation.CountyPart;
import se.fardplan.organisation.Problems;

/** Reads the bodies and what they have decided from the package; a package without them is a county that says nothing of it. */
@Component
@Order(20)
class GovernancePart implements CountyPart {

    private final BodyStore bodies;
    private final DecisionStore decisions;

    GovernancePart(BodyStore bodies, DecisionStore decisions) {
        this.bodies = bodies;
        this.decisions = decisions;
    }

    @Override
    public void check(CountyPackage county, Problems problems) {
        GovernanceContent.read(county, problems);
    }

    @Override
    public void load(CountyPackage county) {
        GovernanceContent content = GovernanceContent.read(county, new Problems());
        decisions.forgetPackage();
        bodies.replace(content);
        decisions.addPackage(content.decisions(), content.occasions());
    }
}
