package se.fardplan.followup;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import se.fardplan.Texts;
import se.fardplan.followup.Answer.Part;
import se.fardplan.followup.ExternalForms.Filled;
import se.fardplan.followup.ExternalForms.Given;
import se.fardplan.sheets.Sheet;

/** Answers and others' forms as tables to take away (uppföljningens tabeller). */
@Component
class FollowUpSheets {

    private final FollowUpWords words;
    private final Texts texts;

    private record Line(Filled filled, String owner, String title, String text) {}

    FollowUpSheets(FollowUpWords words, Texts texts) {
        this.words = words;
        this.texts = texts;
    }

    Sheet answers(Round round, List<Reported> reported) {
        List<Sheet.Filled<Reported>> columns = new ArrayList<>();
        columns.add(
                Sheet.Filled.text(texts.of("round.about"), one -> one.asked().title()));
        columns.add(Sheet.Filled.text(
                texts.of("answer.kind.PLAN"), one -> one.asked().plan()));
        columns.add(Sheet.Filled.text(texts.of("round.owner"), one -> words.owner(one.asked())));
        for (Part part : Part.values()) {
            columns.add(Sheet.Filled.text(
                    texts.of("answer.part." + part), one -> one.answer().told().of(part)));
        }
        columns.add(Sheet.Filled.text(texts.of("answer.goals"), this::progress));
        columns.add(Sheet.Filled.text(
                texts.of("answer.views"), one -> words.views(one.answer().told())));
        return Sheet.of(round.name(), reported, one -> texts.of("round.source", round.name()), columns);
    }

    Sheet form(ExternalForm form, List<Filled> rows) {
        return Sheet.of(
                form.title(),
                rows.stream().flatMap(row -> lines(row).stream()).toList(),
                line -> form.receiver(),
                List.of(
                        Sheet.Filled.text(
                                texts.of("external.number"),
                                line -> Integer.toString(line.filled().row().number())),
                        Sheet.Filled.text(
                                texts.of("external.question"),
                                line -> line.filled().row().question()),
                        Sheet.Filled.text(texts.of("external.standing"), line -> standing(line.filled())),
                        Sheet.Filled.text(texts.of("round.owner"), Line::owner),
                        Sheet.Filled.text(texts.of("round.about"), Line::title),
                        Sheet.Filled.text(texts.of("external.answer"), Line::text)));
    }

    /** How far a row is answered, in words. */
    String standing(Filled filled) {
        return texts.of("external.standing." + filled.standing(), filled.given().size(), filled.asked());
    }

    /** What of an answer fills a row, in words. */
    String sources(ExternalForm.Row row) {
        return row.sources().stream()
                .map(source -> source.part()
                        .map(part -> texts.of("answer.part." + part))
                        .orElseGet(() -> texts.of("answer.goals")))
                .collect(Collectors.joining(", "));
    }

    private String progress(Reported one) {
        return one.asked().subGoals().stream()
                .filter(one.answer().told().progress()::containsKey)
                .map(goal -> texts.of(
                        "external.progress",
                        words.goal(goal),
                        texts.of("answer.progress."
                                + one.answer().told().progress().get(goal))))
                .collect(Collectors.joining("; "));
    }

    private static List<Line> lines(Filled filled) {
        List<Given> given = filled.given();
        return given.isEmpty()
                ? List.of(new Line(filled, "", "", ""))
                : given.stream()
                        .map(one -> new Line(filled, one.owner(), one.title(), one.text()))
                        .toList();
    }
}
