package se.fardplan.followup;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import se.fardplan.followup.Answer.Part;
import se.fardplan.followup.Answer.Progress;
import se.fardplan.followup.Answer.Told;

/**
 * What the form for an answer holds, as it was written (svarsformulär); the judgement of each sub-goal comes beside.
 *
 * @param struktur any word when ticked, as are {@code kultur} and {@code visas}
 */
record AnswerForm(
        @Nullable String gjort,
        @Nullable String resultat,
        @Nullable String lardomar,
        @Nullable String framgang,
        @Nullable String utmaningar,
        @Nullable String gorOm,
        @Nullable String fortgar,
        @Nullable String struktur,
        @Nullable String kultur,
        @Nullable String visas,
        @Nullable Long version) {

    /** Before the sub-goal's code in the name of its field. */
    static final String GOAL = "delmal-";

    /** The field's name. */
    static String field(Part part) {
        return switch (part) {
            case DONE -> "gjort";
            case RESULT -> "resultat";
            case LESSONS -> "lardomar";
            case SUCCESS -> "framgang";
            case CHALLENGE -> "utmaningar";
            case AGAIN -> "gorOm";
            case GOES_ON -> "fortgar";
        };
    }

    long seen() {
        return version == null ? -1 : version;
    }

    Told told(Asked asked, MultiValueMap<String, String> fields) {
        Map<Part, String> words = new EnumMap<>(Part.class);
        for (Part part : Part.values()) {
            String text = text(part);
            words.put(part, text == null ? "" : text.replace("\r\n", "\n").strip());
        }
        Map<String, Progress> progress = new HashMap<>();
        for (String goal : asked.subGoals()) {
            Arrays.stream(Progress.values())
                    .filter(known -> known.name().equals(fields.getFirst(GOAL + goal)))
                    .findFirst()
                    .ifPresent(known -> progress.put(goal, known));
        }
        return new Told(words, progress, struktur != null, kultur != null, visas != null);
    }

    private @Nullable String text(Part part) {
        return switch (part) {
            case DONE -> gjort;
            case RESULT -> resultat;
            case LESSONS -> lardomar;
            case SUCCESS -> framgang;
            case CHALLENGE -> utmaningar;
            case AGAIN -> gorOm;
            case GOES_ON -> fortgar;
        };
    }
}
