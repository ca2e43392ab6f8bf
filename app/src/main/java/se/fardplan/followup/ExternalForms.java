package se.fardplan.followup;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import se.fardplan.Texts;
import se.fardplan.followup.Answer.Told;
import se.fardplan.followup.ExternalForm.Row;

/** Others' forms, filled from what a round was answered, so that nobody is asked twice (externa blanketter). */
@Service
class ExternalForms {

    private final FormStore store;
    private final FollowUps followUps;
    private final FollowUpWords words;
    private final Texts texts;

    /**
     * A row with what fills it.
     *
     * @param asked how many activities and plans the row is about
     */
    record Filled(Row row, int asked, List<Given> given) {

        Standing standing() {
            if (row.byHand()) {
                return Standing.BY_HAND;
            }
            if (given.isEmpty()) {
                return Standing.NONE;
            }
            return given.size() < asked ? Standing.SOME : Standing.ALL;
        }
    }

    /** How far a row is answered (läge). */
    enum Standing {
        ALL,
        SOME,
        NONE,
        BY_HAND
    }

    /** Words from one answer, unchanged. */
    record Given(String owner, String title, String href, String text) {}

    ExternalForms(FormStore store, FollowUps followUps, FollowUpWords words, Texts texts) {
        this.store = store;
        this.followUps = followUps;
        this.words = words;
        this.texts = texts;
    }

    List<ExternalForm> list() {
        return store.list();
    }

    Optional<ExternalForm> find(String code) {
        return store.list().stream().filter(form -> form.code().equals(code)).findFirst();
    }

    /** The form's rows, each with what was sent in the round that fills it. */
    List<Filled> fill(ExternalForm form, Round round) {
        List<Asked> asked = followUps.listAsked(round);
        Map<UUID, Answer> answers = followUps.listAnswers(round);
        return form.rows().stream().map(row -> fill(row, round, asked, answers)).toList();
    }

    private Filled fill(Row row, Round round, List<Asked> asked, Map<UUID, Answer> answers) {
        List<Asked> about = asked.stream().filter(row::isAbout).toList();
        List<Given> given = new ArrayList<>();
        for (Asked one : about) {
            Answer answer = answers.get(one.id());
            if (answer != null && answer.state() == Answer.State.SENT && row.counts(one, answer.told())) {
                String text = text(row, one, answer.told());
                if (!text.isBlank()) {
                    given.add(new Given(words.owner(one), one.title(), Reported.href(round, one), text));
                }
            }
        }
        return new Filled(row, about.size(), given);
    }

    private String text(Row row, Asked asked, Told told) {
        return row.sources().stream()
                .map(source -> source.part().map(told::of).orElseGet(() -> progress(row, asked, told)))
                .filter(text -> !text.isBlank())
                .collect(Collectors.joining("\n\n"));
    }

    private String progress(Row row, Asked asked, Told told) {
        return asked.subGoals().stream()
                .filter(goal -> row.subGoal() == null || goal.equals(row.subGoal()))
                .filter(told.progress()::containsKey)
                .map(goal -> texts.of(
                        "external.progress",
                        words.goal(goal),
                        texts.of("answer.progress." + told.progress().get(goal))))
                .collect(Collectors.joining("\n"));
    }
}
