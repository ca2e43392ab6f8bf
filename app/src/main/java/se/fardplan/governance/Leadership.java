package se.fardplan.governance;

import java.util.List;
import se.fardplan.organisation.Source;

/** How the county's system leadership works together (systemledningen): what it answers for, and what it leaves alone. */
record Leadership(
        String text,
        List<String> responsibleFor,
        List<String> mustNotSteer,
        List<String> shouldConsistOf,
        List<String> levels,
        List<Source> sources) {

    Leadership {
        responsibleFor = List.copyOf(responsibleFor);
        mustNotSteer = List.copyOf(mustNotSteer);
        shouldConsistOf = List.copyOf(shouldConsistOf);
        levels = List.copyOf(levels);
        sources = List.copyOf(sources);
    }

    /**
     * A way of steering that some have recommended (styrmodell): who leads whom, where questions go, who comments.
     *
     * @param chain bodies' codes, the one that steers first
     * @param escalation a body's code, or words where it is no body
     * @param advisory bodies' codes
     */
    record Structure(
            String title, List<String> chain, List<String> escalation, List<String> advisory, List<Source> sources) {

        Structure {
            chain = List.copyOf(chain);
            escalation = List.copyOf(escalation);
            advisory = List.copyOf(advisory);
            sources = List.copyOf(sources);
        }
    }
}
