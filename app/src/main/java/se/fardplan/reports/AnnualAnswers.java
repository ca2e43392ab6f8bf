package se.fardplan.reports;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import se.fardplan.Texts;
import se.fardplan.followup.Answer;
import se.fardplan.followup.Answer.Part;
import se.fardplan.followup.Asked;
import se.fardplan.followup.Reported;
import se.fardplan.organisation.Principal;
import se.fardplan.reports.ReportBlock.Bullets;
import se.fardplan.reports.ReportBlock.Cell;
import se.fardplan.reports.ReportBlock.Column;
import se.fardplan.reports.ReportBlock.Heading;
import se.fardplan.reports.ReportBlock.Paragraph;
import se.fardplan.reports.ReportBlock.Table;
import se.fardplan.reports.ReportBlock.Voice;
import se.fardplan.strategy.SubGoal;

/** What the year's rounds were answered (rapportens svar): the words as they were sent, and never changed here. */
@Component
class AnnualAnswers {

    private final Texts texts;

    AnnualAnswers(Texts texts) {
        this.texts = texts;
    }

    /** What was sent about the activities that work for the sub-goal before any other. */
    List<ReportBlock> of(SubGoal goal, AnnualMaterial material) {
        return told(
                material,
                material.reported().stream()
                        .filter(one -> one.asked().kind() == Asked.Kind.ACTIVITY)
                        .filter(one -> !one.asked().subGoals().isEmpty()
                                && one.asked().subGoals().getFirst().equals(goal.code())));
    }

    /** What was sent about whole plans. */
    List<ReportBlock> plans(AnnualMaterial material) {
        return told(
                material, material.reported().stream().filter(one -> one.asked().kind() == Asked.Kind.PLAN));
    }

    /** What made it go well and what was hard, over all that was sent; none where nobody has said. */
    List<ReportBlock> lessons(AnnualMaterial material) {
        Map<String, String> names = names(material);
        List<ReportBlock> blocks = new ArrayList<>();
        for (Part part : List.of(Part.SUCCESS, Part.CHALLENGE)) {
            List<String> said = material.reported().stream()
                    .filter(one -> !one.answer().told().of(part).isBlank())
                    .map(one -> texts.of(
                            "annual.chapter.answers.said",
                            one.answer().told().of(part),
                            one.asked().title(),
                            owner(one, names)))
                    .toList();
            if (!said.isEmpty()) {
                blocks.add(new Heading(texts.of("answer.part." + part)));
                blocks.add(new Bullets(false, said));
            }
        }
        return blocks;
    }

    /** Every principal, and how much it has sent. */
    Table reporters(AnnualMaterial material) {
        Map<String, Long> counts = material.reported().stream()
                .flatMap(one -> one.asked().owners().stream())
                .collect(Collectors.groupingBy(owner -> owner, Collectors.counting()));
        return new Table(
                texts.of(
                        "annual.chapter.reporters",
                        counts.size(),
                        material.principals().size()),
                List.of(
                        new Column(texts.of("annual.chapter.reporters.who"), false, 4),
                        new Column(texts.of("annual.chapter.reporters.answers"), false, 4)),
                material.principals().stream()
                        .map(principal -> List.of(
                                Cell.of(principal.name()),
                                Cell.of(
                                        counts.containsKey(principal.code())
                                                ? texts.of(
                                                        "annual.chapter.reporters.count",
                                                        counts.getOrDefault(principal.code(), 0L))
                                                : texts.of("annual.chapter.reporters.none"))))
                        .toList(),
                texts.of("annual.chapter.reporters.source"));
    }

    private List<ReportBlock> told(AnnualMaterial material, Stream<Reported> reported) {
        Map<String, String> names = names(material);
        Map<String, String> goals = material.goals().stream()
                .collect(Collectors.toMap(
                        told -> told.goal().code(), told -> told.goal().name()));
        List<ReportBlock> blocks = new ArrayList<>();
        reported.forEach(one -> {
            blocks.add(new Heading(
                    texts.of("annual.chapter.answers.of", one.asked().title(), owner(one, names))));
            String progress = progress(one.answer(), one.asked(), goals);
            if (!progress.isEmpty()) {
                blocks.add(new Paragraph(Voice.QUIET, progress));
            }
            Arrays.stream(Part.values()).forEach(part -> words(part, one.answer(), blocks));
        });
        return blocks;
    }

    private void words(Part part, Answer answer, List<ReportBlock> blocks) {
        String words = answer.told().of(part);
        if (!words.isBlank()) {
            blocks.add(new Paragraph(Voice.QUIET, texts.of("answer.part." + part)));
            words.lines().filter(line -> !line.isBlank()).forEach(line -> blocks.add(new Paragraph(Voice.PLAIN, line)));
        }
    }

    private String progress(Answer answer, Asked asked, Map<String, String> goals) {
        return asked.subGoals().stream()
                .filter(answer.told().progress()::containsKey)
                .map(goal -> texts.of(
                        "external.progress",
                        goals.getOrDefault(goal, goal),
                        texts.of("answer.progress."
                                + Objects.requireNonNull(
                                        answer.told().progress().get(goal)))))
                .collect(Collectors.joining(". "));
    }

    private String owner(Reported one, Map<String, String> names) {
        return one.asked().owners().isEmpty()
                ? texts.of("round.countys")
                : one.asked().owners().stream()
                        .map(code -> names.getOrDefault(code, code))
                        .collect(Collectors.joining(", "));
    }

    private static Map<String, String> names(AnnualMaterial material) {
        return material.principals().stream().collect(Collectors.toMap(Principal::code, Principal::name));
    }
}
