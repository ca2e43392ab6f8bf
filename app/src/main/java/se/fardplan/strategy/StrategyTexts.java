package se.fardplan.strategy;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import se.fardplan.Texts;
import se.fardplan.access.Scope;
import se.fardplan.desk.SearchSource;
import se.fardplan.desk.SearchText;

/** The sub-goals and the strategy's sections (strategins texter). */
@Component
class StrategyTexts implements SearchSource {

    private final Strategies strategies;
    private final Texts texts;

    /**
     * A section of a page.
     *
     * @param title the key of its heading
     */
    private record Section(String address, String title, List<Passage.Kind> kinds) {}

    private static final List<Section> SECTIONS = List.of(
            section("/strategin/malbild#principer", "vision.principles", Passage.Kind.PRINCIPLE),
            section("/strategin/malbild#fokusforflyttningar", "vision.shifts", Passage.Kind.FOCUS_SHIFT),
            section("/strategin/malbild#vardeord", "vision.words", Passage.Kind.VALUE_WORD),
            section("/strategin/malbild#modell", "vision.model", Passage.Kind.MODEL_PART),
            section("/strategin/malbild#bakgrund", "vision.background", Passage.Kind.BACKGROUND, Passage.Kind.ACTOR),
            section("/strategin/fardplan#delar", "roadmap.parts", Passage.Kind.ROADMAP_PART),
            section("/strategin/fardplan#lokal-plan", "roadmap.local", Passage.Kind.LOCAL_PLAN),
            section("/strategin/fardplan#regional-plan", "roadmap.regional", Passage.Kind.REGIONAL_PLAN),
            section(
                    "/strategin/fardplan#uppfoljning",
                    "roadmap.follow",
                    Passage.Kind.FOLLOW_UP_TOOL,
                    Passage.Kind.ACTIVITY_QUESTION),
            section(
                    "/strategin/fardplan#nyckeltalsprinciper",
                    "roadmap.figurePrinciples",
                    Passage.Kind.KEY_FIGURE_PRINCIPLE),
            section("/strategin/fardplan#systemledning", "roadmap.system", Passage.Kind.SYSTEM_LEADERSHIP),
            section("/strategin/fardplan#regionalt-stod", "roadmap.support", Passage.Kind.SUPPORT),
            section("/strategin/fardplan#giltighet", "roadmap.validity", Passage.Kind.REVISION_RULE),
            section("/strategin/fardplan#begrepp", "roadmap.definitions", Passage.Kind.DEFINITION));

    StrategyTexts(Strategies strategies, Texts texts) {
        this.strategies = strategies;
        this.texts = texts;
    }

    @Override
    public Set<String> kinds() {
        return Set.of("sub-goal", "strategy-part");
    }

    @Override
    public int version() {
        return 1;
    }

    /** Nothing for a county that has decided on none. */
    @Override
    public List<SearchText> texts() {
        return strategies
                .findStrategy()
                .map(strategy -> Stream.of(
                                strategies.listSubGoals().stream().map(StrategyTexts::text),
                                Stream.of(part("/strategin/malbild", strategy.vision(), strategy.visionLine())),
                                SECTIONS.stream().map(this::text))
                        .flatMap(found -> found)
                        .filter(text -> !text.text().isEmpty())
                        .toList())
                .orElse(List.of());
    }

    private static SearchText text(SubGoal goal) {
        return new SearchText("sub-goal", goal.href(), goal.name(), goal.text(), Scope.anyone());
    }

    private SearchText text(Section section) {
        String text = section.kinds().stream()
                .flatMap(kind -> strategies.listPassages(kind).stream())
                .map(passage -> SearchText.of(passage.title(), passage.text(), passage.note()))
                .collect(Collectors.joining(" "));
        return part(section.address(), texts.of(section.title()), text);
    }

    private static SearchText part(String address, String title, String text) {
        return new SearchText("strategy-part", address, title, text, Scope.anyone());
    }

    private static Section section(String address, String title, Passage.Kind... kinds) {
        return new Section(address, title, List.of(kinds));
    }
}
