package se.fardplan.reports;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import se.fardplan.Texts;
import se.fardplan.strategy.SubGoal;

/** Which sections every year's report has, in what order (disposition). */
@Component
class AnnualOutline {

    static final String SUMMARY = "sammanfattning";
    static final String DECIDE = "att-besluta";
    static final String GOALS = "delmal";
    private static final String GOAL = "delmal-";

    private final Texts texts;

    AnnualOutline(Texts texts) {
        this.texts = texts;
    }

    /** Where a section belongs. */
    enum Place {
        SUMMARY,
        MAIN,
        APPENDIX
    }

    /**
     * A section before it has content (avsnitt).
     *
     * @param anchor also its name in addresses and in the store; never changed once released
     * @param written true when editors write in it
     */
    record Slot(Place place, String number, String anchor, String title, int level, boolean written) {}

    List<Slot> slots(List<SubGoal> goals) {
        List<Slot> slots = new ArrayList<>();
        slots.add(slot(Place.SUMMARY, "", SUMMARY, true));
        slots.add(slot(Place.SUMMARY, "", DECIDE, true));
        int number = 1;
        for (String anchor : List.of("inledning", "aret", "systemledning")) {
            slots.add(slot(Place.MAIN, Integer.toString(number++), anchor, true));
        }
        int parent = number++;
        slots.add(slot(Place.MAIN, Integer.toString(parent), GOALS, goals.isEmpty()));
        for (SubGoal goal : goals) {
            slots.add(new Slot(Place.MAIN, parent + "." + goal.order(), GOAL + goal.code(), goal.name(), 2, true));
        }
        for (String anchor : List.of("skora-aldre", "lokala-planer", "framgang", "invanare", "slutsatser")) {
            slots.add(slot(Place.MAIN, Integer.toString(number++), anchor, true));
        }
        char letter = 'A';
        for (String anchor : List.of(
                "bilaga-nyckeltal",
                "bilaga-sjalvskattning",
                "bilaga-aktiviteter",
                "bilaga-kallor",
                "bilaga-strategi")) {
            slots.add(slot(Place.APPENDIX, String.valueOf(letter++), anchor, false));
        }
        return slots;
    }

    /** The sub-goal that {@code slot} is about. */
    static boolean isAbout(Slot slot, SubGoal goal) {
        return slot.anchor().equals(GOAL + goal.code());
    }

    String part(Place place) {
        return texts.of("annual.part." + place);
    }

    private Slot slot(Place place, String number, String anchor, boolean written) {
        return new Slot(place, number, anchor, texts.of("annual.section." + anchor), 1, written);
    }
}
