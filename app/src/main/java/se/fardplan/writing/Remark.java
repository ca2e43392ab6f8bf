package se.fardplan.writing;

import java.util.List;
import se.fardplan.Refusal;
import se.fardplan.Texts;

/**
 * Something to see to in a plan (anmärkning).
 *
 * @param stops true when the plan cannot be put in force before it is seen to
 * @param code names the sentence
 */
record Remark(boolean stops, String code, List<Object> arguments) {

    static Remark stop(String code, Object... arguments) {
        return new Remark(true, code, List.of(arguments));
    }

    static Remark warning(String code, Object... arguments) {
        return new Remark(false, code, List.of(arguments));
    }

    Refusal refusal() {
        return new Refusal(code, arguments.toArray());
    }

    String sentence(Texts texts) {
        return stops ? texts.of(refusal()) : texts.of("writing.remark." + code, arguments.toArray());
    }
}
