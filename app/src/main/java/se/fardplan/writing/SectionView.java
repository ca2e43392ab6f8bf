package se.fardplan.writing;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.fardplan.Texts;
import se.fardplan.indicators.Indicators;
import se.fardplan.indicators.KeyFigure;
import se.fardplan.strategy.Strategies;
import se.fardplan.strategy.SubGoal;
import se.fardplan.writing.Template.Holds;
import se.fardplan.writing.Template.Section;

/** Puts a section into words for a page (avsnittet på en sida). */
@Component
class SectionView {

    private final Strategies strategies;
    private final Indicators indicators;
    private final Texts texts;

    /**
     * A section as its reader sees it.
     *
     * @param name what a priority area is about; empty for none
     * @param readability such as {@code LIX 38, lättläst}; null without words
     */
    record View(
            String code,
            String title,
            int level,
            String name,
            List<TextBlock> blocks,
            List<Goal> goals,
            List<String> needs,
            @Nullable String evidence,
            List<Link> activities,
            List<Template.Link> links,
            @Nullable String readability) {

        boolean isEmpty() {
            return name.isEmpty()
                    && blocks.isEmpty()
                    && goals.isEmpty()
                    && needs.isEmpty()
                    && evidence == null
                    && activities.isEmpty()
                    && links.isEmpty();
        }
    }

    record Goal(String text, List<Link> subGoals, List<Link> keyFigures) {}

    record Link(String name, String href) {}

    SectionView(Strategies strategies, Indicators indicators, Texts texts) {
        this.strategies = strategies;
        this.indicators = indicators;
        this.texts = texts;
    }

    View of(Section section, PlanDocument document) {
        Passage passage = document.passage(section);
        String text = section.holds() == Holds.CONTEXT ? document.plan().context() : passage.text();
        boolean question = section.holds() == Holds.QUESTION && !passage.name().isBlank();
        return new View(
                section.code(),
                question ? section.number() + " " + passage.name() : section.title(),
                section.level(),
                question ? "" : passage.name(),
                TextBlock.of(text),
                passage.goals().stream().map(this::goal).toList(),
                passage.needs().stream().map(this::need).toList(),
                evidence(passage),
                document.activities(section).stream()
                        .map(activity -> new Link(activity.title(), activity.href()))
                        .toList(),
                section.holds() == Holds.LINKS ? document.frame().links() : List.of(),
                readability(text));
    }

    /** Null for a text without words. */
    @Nullable
    String readability(String text) {
        OptionalInt lix = Lix.of(text);
        return lix.isEmpty()
                ? null
                : texts.of("writing.lix", lix.getAsInt(), texts.of("writing.lix." + Lix.Grade.of(lix.getAsInt())));
    }

    private Goal goal(Passage.Goal goal) {
        return new Goal(
                goal.text(),
                goal.subGoals().stream()
                        .flatMap(code -> strategies.findSubGoal(code).stream())
                        .map(found -> new Link(found.name(), found.href()))
                        .toList(),
                goal.keyFigures().stream().map(this::keyFigure).toList());
    }

    private Link keyFigure(String code) {
        return new Link(indicators.findKeyFigure(code).map(KeyFigure::name).orElse(code), "/nyckeltal/" + code);
    }

    private String need(Passage.Need need) {
        return need.day() == null
                ? texts.of("writing.need", need.text(), need.source())
                : texts.of("writing.need.day", need.text(), need.source(), WritingWords.day(need.day()));
    }

    private @Nullable String evidence(Passage passage) {
        String told = Stream.concat(
                        passage.evidence().stream().map(code -> keyFigure(code).name()),
                        Stream.of(passage.because()).filter(because -> !because.isBlank()))
                .collect(Collectors.joining("; "));
        return told.isEmpty() ? null : told;
    }

    List<SubGoal> subGoals() {
        return strategies.listSubGoals();
    }

    List<KeyFigure> keyFigures() {
        return indicators.listKeyFigures();
    }
}
