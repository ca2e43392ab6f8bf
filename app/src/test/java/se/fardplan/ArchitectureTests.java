package se.fardplan;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** The walls of the house: the arrows between rooms. */
class ArchitectureTests {

    private static final ApplicationModules ROOMS = ApplicationModules.of(Fardplan.class);

    @Test
    void arrowsPointDownward() {
        ROOMS.verify();
    }
}
