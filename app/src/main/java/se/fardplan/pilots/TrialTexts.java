package se.fardplan.pilots;

import org.springframework.stereotype.Component;
import se.fardplan.access.Scope;
import se.fardplan.desk.Desk;
import se.fardplan.desk.SearchText;
import se.fardplan.plans.Plan;

/** What can be found of a learning log by searching (sökbara lärdomar): once decided by everyone, before that by its people. */
@Component
class TrialTexts {

    private final Desk desk;

    TrialTexts(Desk desk) {
        this.desk = desk;
    }

    void tell(Plan plan, Trial trial) {
        Trial.Verdict verdict = trial.verdict();
        desk.index(new SearchText(
                "trial",
                trial.href(),
                trial.words().hypothesis(),
                SearchText.of(
                        trial.words().test(),
                        trial.words().place(),
                        trial.data(),
                        trial.lesson(),
                        verdict == null ? "" : verdict.because()),
                trial.state() == Trial.State.DECIDED && plan.state().isPublic()
                        ? Scope.anyone()
                        : PilotRights.workers(plan)));
    }
}
