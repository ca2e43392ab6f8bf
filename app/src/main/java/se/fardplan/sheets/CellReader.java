package se.fardplan.sheets;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import se.fardplan.Texts;
import se.fardplan.sheets.Template.Field;
import se.fardplan.sheets.Template.Kind;

/** Makes of what stands in a cell what its field asks for (cellinläsare). */
final class CellReader {

    private static final Texts TEXTS = Texts.standing();
    private static final int CHOICES_SHOWN = 12;
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s.]+(\\.[^@\\s.]+)+");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern(
                    "[uuuu-MM-dd[[ ]['T']HH:mm[:ss[.SSS]]]][uuuuMMdd]")
            .withResolverStyle(ResolverStyle.STRICT);
    /** Earlier days are typing errors, and Excel cannot hold them. */
    static final LocalDate FIRST_DAY = LocalDate.of(1900, 3, 1);

    private final Field field;
    private final Map<String, String> choices = new HashMap<>();
    private final String allowed;

    /** What reading a cell comes to (utfall). */
    sealed interface Outcome {}

    /** @param value as a line keeps it */
    record Usable(String value) implements Outcome {}

    /** @param sentence what to do */
    record Unusable(String sentence) implements Outcome {}

    CellReader(Field field) {
        this.field = field;
        List<String> words = field.choices();
        words.forEach(word -> choices.put(Wording.asHeader(word), word));
        String shown = words.stream().limit(CHOICES_SHOWN).collect(Collectors.joining(", "));
        int more = words.size() - CHOICES_SHOWN;
        this.allowed = more > 0 ? TEXTS.of("sheets.choices.more", shown, more) : shown;
    }

    String key() {
        return field.key();
    }

    Outcome read(Found found) {
        return switch (found) {
            case Found.Formula formula -> refuse("sheets.problem.formula");
            case Found.Fault fault -> refuse("sheets.problem.fault");
            case Found.Amount amount -> amount(amount);
            case Found.Words words -> words(Wording.tidy(words.text()));
        };
    }

    private Outcome amount(Found.Amount amount) {
        if (field.kind() == Kind.WHOLE) {
            return whole(amount.number());
        }
        LocalDateTime moment = field.kind() == Kind.DATE ? Numbers.moment(amount) : null;
        return moment == null ? words(Numbers.written(amount)) : day(moment);
    }

    private Outcome words(String text) {
        if (text.isEmpty()) {
            return field.mandatory() ? refuse("sheets.problem.blank") : new Usable("");
        }
        if (Wording.isUnreadable(text)) {
            return refuse("sheets.problem.unreadable");
        }
        return switch (field.kind()) {
            case TEXT -> new Usable(text);
            case EMAIL -> EMAIL.matcher(text).matches() ? new Usable(text) : refuse("sheets.problem.email");
            case CHOICE -> choice(text);
            case DATE -> day(text);
            case WHOLE -> whole(text);
        };
    }

    private Outcome choice(String text) {
        String choice = choices.get(Wording.asHeader(text));
        return choice == null ? new Unusable(TEXTS.of("sheets.problem.choice", allowed)) : new Usable(choice);
    }

    private Outcome day(String text) {
        try {
            return switch (DAY.parseBest(text, LocalDateTime::from, LocalDate::from)) {
                case LocalDateTime moment -> day(moment);
                case LocalDate day -> day(day.atStartOfDay());
                default -> refuse("sheets.problem.date");
            };
        } catch (DateTimeParseException noDay) {
            return refuse("sheets.problem.date");
        }
    }

    private Outcome day(LocalDateTime moment) {
        LocalDate day = moment.toLocalDate();
        boolean usable = moment.toLocalTime().equals(LocalTime.MIDNIGHT) && !day.isBefore(FIRST_DAY);
        return usable ? new Usable(day.toString()) : refuse("sheets.problem.date");
    }

    private Outcome whole(String text) {
        String digits = text.replace(" ", "").replace('\u2212', '-');
        try {
            return digits.length() > 12
                    ? refuse("sheets.problem.whole")
                    : whole(new BigDecimal(Long.parseLong(digits)));
        } catch (NumberFormatException noNumber) {
            return refuse("sheets.problem.whole");
        }
    }

    private Outcome whole(BigDecimal number) {
        boolean usable = number.abs().compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) <= 0
                && number.remainder(BigDecimal.ONE).signum() == 0;
        return usable ? new Usable(Integer.toString(number.intValueExact())) : refuse("sheets.problem.whole");
    }

    private static Outcome refuse(String key) {
        return new Unusable(TEXTS.of(key));
    }
}
