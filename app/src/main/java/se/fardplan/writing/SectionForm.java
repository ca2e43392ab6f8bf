package se.fardplan.writing;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import se.fardplan.Refusal;
import se.fardplan.writing.Passage.Goal;
import se.fardplan.writing.Passage.Need;

/** Reads a section from its form (avsnittsformulär). */
final class SectionForm {

    private SectionForm() {}

    /** What the form says; a row without words is left out, and so is a day that is none. */
    static Passage read(MultiValueMap<String, String> form) {
        return new Passage(
                one(form, "namn"),
                one(form, "text").replace("\r\n", "\n"),
                goals(form),
                needs(form),
                all(form, "underlag"),
                one(form, "varfor"));
    }

    /** The edition that the form was filled in from. */
    static int base(MultiValueMap<String, String> form) {
        String base = one(form, "grund");
        return base.matches("\\d{1,9}") ? Integer.parseInt(base) : -1;
    }

    private static List<Goal> goals(MultiValueMap<String, String> form) {
        List<String> texts = form.getOrDefault("mal", List.of());
        List<Goal> goals = new ArrayList<>();
        for (int row = 0; row < texts.size(); row++) {
            if (!texts.get(row).isBlank()) {
                goals.add(new Goal(
                        texts.get(row).strip(),
                        all(form, "delmal" + row),
                        form.containsKey("malgrupp" + row),
                        all(form, "nyckeltal" + row)));
            }
        }
        return goals;
    }

    private static List<Need> needs(MultiValueMap<String, String> form) {
        List<String> texts = form.getOrDefault("behov", List.of());
        List<Need> needs = new ArrayList<>();
        for (int row = 0; row < texts.size(); row++) {
            if (!texts.get(row).isBlank()) {
                needs.add(new Need(
                        at(form, "kalla", row),
                        day(at(form, "dag", row)),
                        texts.get(row).strip()));
            }
        }
        return needs;
    }

    private static String one(MultiValueMap<String, String> form, String name) {
        return at(form, name, 0);
    }

    private static String at(MultiValueMap<String, String> form, String name, int row) {
        List<String> values = form.getOrDefault(name, List.of());
        return row < values.size() && values.get(row) != null ? values.get(row).strip() : "";
    }

    private static List<String> all(MultiValueMap<String, String> form, String name) {
        return form.getOrDefault(name, List.of()).stream()
                .filter(value -> !value.isBlank())
                .distinct()
                .toList();
    }

    /** @throws Refusal {@code WRI-006} a day that is none */
    static void demandDays(MultiValueMap<String, String> form) {
        for (String written : all(form, "dag")) {
            if (day(written.strip()) == null) {
                throw new Refusal("WRI-006", written);
            }
        }
    }

    private static @Nullable LocalDate day(String written) {
        try {
            return written.isEmpty() ? null : LocalDate.parse(written);
        } catch (DateTimeParseException noDay) {
            return null;
        }
    }
}
