package se.fardplan.writing;

import org.springframework.stereotype.Component;
import se.fardplan.plans.AdoptionCheck;
import se.fardplan.plans.Plan;

/** Keeps a plan from being put in force while the county's template is not met. */
@Component
class WritingCheck implements AdoptionCheck {

    private final Writing writing;

    WritingCheck(Writing writing) {
        this.writing = writing;
    }

    @Override
    public void demand(Plan plan) {
        writing.find(plan)
                .flatMap(document ->
                        writing.remarks(document).stream().filter(Remark::stops).findFirst())
                .ifPresent(remark -> {
                    throw remark.refusal();
                });
    }
}
