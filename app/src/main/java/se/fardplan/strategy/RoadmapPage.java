package se.fardplan.strategy;

import java.util.List;
import se.fardplan.organisation.Glossary;

/** The second part of the strategy: how the county gets there (färdplan). */
record RoadmapPage(Strategy strategy, RoadmapFigure figure, Pieces pieces, List<Milestone> milestones, Glossary words) {

    String validFrom() {
        return ContentsPage.day(strategy.validFrom());
    }

    String validTo() {
        return ContentsPage.day(strategy.validTo());
    }
}
