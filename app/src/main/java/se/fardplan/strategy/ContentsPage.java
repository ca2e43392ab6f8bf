package se.fardplan.strategy;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import se.fardplan.Texts;
import se.fardplan.organisation.Glossary;

/** The strategy's cover and table of contents. */
record ContentsPage(Strategy strategy, List<Heading> headings, List<Passage> missing, Pieces pieces, Glossary words) {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Texts.SWEDISH);

    static String day(LocalDate day) {
        return DAY.format(day);
    }

    String validFrom() {
        return day(strategy.validFrom());
    }

    String validTo() {
        return day(strategy.validTo());
    }

    /** The years of the title that the validity does not cover, such as {@code 2030}; empty when there are none. */
    String gap() {
        return String.join(
                ", ", strategy.yearsNotCovered().stream().map(String::valueOf).toList());
    }

    /** The anchor of a section without text. */
    static String anchor(Passage section) {
        return String.valueOf(section.title())
                .toLowerCase(Texts.SWEDISH)
                .replace('ö', 'o')
                .replace('ä', 'a');
    }
}
