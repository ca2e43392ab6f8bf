package se.fardplan.sheets;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Range;
import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import se.fardplan.Texts;
import se.fardplan.sheets.Template.Field;
import se.fardplan.sheets.Template.Kind;

/**
 * Writes a template as an Excel file: the table, how to fill it in, and hidden the words of its drop-downs.
 *
 * <p>Whole columns are formatted before anything is typed, so that Excel leaves {@code 0020} and a day as they are.
 */
final class TemplateXlsx {

    private static final Texts TEXTS = Texts.standing();
    private static final String DAY = "yyyy-mm-dd";
    private static final String AS_TYPED = "@";
    private static final int NARROWEST = 12;
    private static final int WIDEST = 48;
    private static final int CHOICES_TOLD = 40;

    private final Template template;
    private final Worksheet table;
    private final Worksheet guide;
    private final Worksheet lists;

    private TemplateXlsx(Template template, Workbook workbook) {
        this.template = template;
        this.table = workbook.newWorksheet(Xlsx.name(template.title()));
        this.guide = workbook.newWorksheet(TEXTS.of("sheets.guide.title"));
        this.lists = workbook.newWorksheet(TEXTS.of("sheets.lists.title"));
    }

    static byte[] write(Template template, List<Map<String, String>> rows) {
        return Xlsx.file(workbook -> {
            TemplateXlsx sheets = new TemplateXlsx(template, workbook);
            sheets.table(rows);
            sheets.guide();
        });
    }

    private void table(List<Map<String, String>> rows) {
        for (int column = 0; column < template.fields().size(); column++) {
            Field field = template.fields().get(column);
            Xlsx.words(table, 0, column, field.header());
            table.style(column).format(format(field.kind())).set();
            table.width(column, Math.clamp(field.header().length() + 4L, NARROWEST, WIDEST));
            if (field.kind() == Kind.CHOICE) {
                dropDown(column, field.choices());
            }
            for (int row = 0; row < rows.size(); row++) {
                cell(row + 1, column, field.kind(), rows.get(row).getOrDefault(field.key(), ""));
            }
        }
        table.range(0, 0, 0, template.fields().size() - 1).style().bold().set();
        table.freezePane(0, 1);
    }

    private static String format(Kind kind) {
        return switch (kind) {
            case DATE -> DAY;
            case WHOLE -> "0";
            case TEXT, EMAIL, CHOICE -> AS_TYPED;
        };
    }

    /** The words stand in cells, since a list in the rule itself holds 255 characters. */
    private void dropDown(int column, List<String> choices) {
        for (int row = 0; row < choices.size(); row++) {
            Xlsx.words(lists, row, column, choices.get(row));
        }
        lists.setVisibilityState(VisibilityState.HIDDEN);
        Range words = lists.range(0, column, choices.size() - 1, column);
        table.range(1, column, Upload.MOST_ROWS, column)
                .validateWithList(words)
                .allowBlank(true)
                .showErrorMessage(true)
                .errorTitle(TEXTS.of("sheets.drop-down.title"))
                .error(TEXTS.of("sheets.drop-down.error"));
    }

    private void cell(int row, int column, Kind kind, String value) {
        if (value.isEmpty()) {
            return;
        }
        LocalDate day = kind == Kind.DATE ? day(value) : null;
        if (day != null) {
            table.value(row, column, day);
        } else if (kind == Kind.WHOLE && value.matches("-?\\d{1,15}")) {
            table.value(row, column, Long.parseLong(value));
        } else {
            Xlsx.words(table, row, column, value);
        }
        table.style(row, column).format(format(kind)).set();
    }

    private void guide() {
        List<String> head = List.of(
                TEXTS.of("sheets.guide.column"),
                TEXTS.of("sheets.guide.required"),
                TEXTS.of("sheets.guide.allowed"),
                TEXTS.of("sheets.guide.help"));
        guideRow(0, head);
        guide.range(0, 0, 0, head.size() - 1).style().bold().set();
        guide.freezePane(0, 1);
        for (int row = 0; row < template.fields().size(); row++) {
            Field field = template.fields().get(row);
            String required = TEXTS.of(field.mandatory() ? "sheets.guide.yes" : "sheets.guide.no");
            guideRow(row + 1, List.of(field.header(), required, allowed(field), field.help()));
        }
        for (int column = 0; column < head.size(); column++) {
            guide.width(column, column < 2 ? NARROWEST * 2 : WIDEST);
            guide.style(column).wrapText(true).verticalAlignment("top").set();
        }
    }

    private void guideRow(int row, List<String> words) {
        for (int column = 0; column < words.size(); column++) {
            Xlsx.words(guide, row, column, words.get(column));
            guide.style(row, column).wrapText(true).verticalAlignment("top").set();
        }
    }

    private static String allowed(Field field) {
        return switch (field.kind()) {
            case TEXT -> TEXTS.of("sheets.guide.text");
            case EMAIL -> TEXTS.of("sheets.guide.email");
            case DATE -> TEXTS.of("sheets.guide.date");
            case WHOLE -> TEXTS.of("sheets.guide.whole");
            case CHOICE -> {
                String told = field.choices().stream().limit(CHOICES_TOLD).collect(Collectors.joining(", "));
                int more = field.choices().size() - CHOICES_TOLD;
                yield more > 0 ? TEXTS.of("sheets.choices.more", told, more) : told;
            }
        };
    }

    private static @Nullable LocalDate day(String value) {
        try {
            LocalDate day = LocalDate.parse(value);
            return day.isBefore(CellReader.FIRST_DAY) ? null : day;
        } catch (DateTimeParseException noDay) {
            return null;
        }
    }
}
