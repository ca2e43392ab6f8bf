package se.fardplan.strategy;

import java.util.List;
import se.fardplan.organisation.Glossary;

/** The first part of the strategy: where the county wants to be (målbild). */
record VisionPage(Strategy strategy, List<SubGoal> subGoals, Pieces pieces, Glossary words) {}
