package se.fardplan.writing;

import java.time.LocalDate;
import org.springframework.context.ApplicationContext;

/** The demo's regional plan, for the tests of other rooms. */
public final class WritingDemos {

    private WritingDemos() {}

    public static void fill(ApplicationContext spring, LocalDate asOf) {
        spring.getBean(WritingDemo.class).fill(asOf);
    }
}
