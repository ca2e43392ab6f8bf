package se.fardplan.followup;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.fardplan.Texts;
import se.fardplan.access.Act;
import se.fardplan.access.Addressees;
import se.fardplan.access.CurrentUser;
import se.fardplan.access.Scope;
import se.fardplan.desk.Desk;
import se.fardplan.desk.Letter;
import se.fardplan.desk.Line;

/** What an open round lays on the desks of those who have answers left, and the letters that remind them (påminnelser). */
@Component
class RoundLines {

    /** A letter names so many of what is left; the page names the rest. */
    private static final int NAMED = 20;

    private final FollowUpRights rights;
    private final Addressees addressees;
    private final Desk desk;
    private final Texts texts;

    /** Who answers together: a principal's people, or those of one of its units; neither for the county's own. */
    private record Place(@Nullable String owner, @Nullable String unit) {

        String key(Round round) {
            return "round/" + round.id() + "/" + (owner == null ? "county" : owner) + "/" + (unit == null ? "-" : unit);
        }

        Scope scope() {
            return owner == null ? Scope.act(Act.WRITE_COUNTY_PLAN, null) : FollowUpRights.answerers(owner, unit);
        }
    }

    RoundLines(FollowUpRights rights, Addressees addressees, Desk desk, Texts texts) {
        this.rights = rights;
        this.addressees = addressees;
        this.desk = desk;
        this.texts = texts;
    }

    /** One line a place with how much is left there; a place with nothing left, or a round that is not open, has none. */
    void lay(Round round, List<Asked> asked, Map<UUID, Answer> answers) {
        Map<Place, Integer> left = new LinkedHashMap<>();
        for (Asked one : asked) {
            int more = round.state() == Round.State.OPEN && !isSent(one, answers) ? 1 : 0;
            places(one).forEach(place -> left.merge(place, more, Integer::sum));
        }
        List<Line> lines = new ArrayList<>();
        left.forEach((place, count) -> {
            if (count == 0) {
                desk.done(place.key(round));
            } else {
                lines.add(new Line(
                        place.key(round),
                        Line.Kind.TODO,
                        texts.of("round.line", round.name(), count),
                        null,
                        round.href(),
                        round.closes(),
                        place.scope()));
            }
        });
        desk.put(lines);
    }

    /** @return how many were written to */
    int remind(Round round, List<Asked> asked, Map<UUID, Answer> answers, LocalDate today) {
        List<Asked> left = asked.stream().filter(one -> !isSent(one, answers)).toList();
        List<Letter> letters = new ArrayList<>();
        for (CurrentUser user : addressees.list(today)) {
            List<Asked> own =
                    left.stream().filter(one -> rights.mayAnswer(user, one)).toList();
            if (!own.isEmpty()) {
                letters.add(letter(user, round, own));
            }
        }
        desk.send(letters);
        return letters.size();
    }

    static boolean isSent(Asked asked, Map<UUID, Answer> answers) {
        Answer answer = answers.get(asked.id());
        return answer != null && answer.state() == Answer.State.SENT;
    }

    private Letter letter(CurrentUser user, Round round, List<Asked> own) {
        StringBuilder list = new StringBuilder();
        own.stream()
                .limit(NAMED)
                .forEach(one -> list.append("- ")
                        .append(one.title())
                        .append("\n  ")
                        .append(desk.link(Reported.href(round, one)))
                        .append('\n'));
        if (own.size() > NAMED) {
            list.append(texts.of("round.letter.more", own.size() - NAMED)).append('\n');
        }
        return new Letter(
                user.email(),
                texts.of("round.letter.subject", round.name(), own.size()),
                texts.of(
                        "round.letter.text",
                        user.name(),
                        round.name(),
                        FollowUpWords.day(round.closes()),
                        list.toString(),
                        desk.link(round.href())),
                Letter.Kind.NOTICE);
    }

    private static List<Place> places(Asked asked) {
        List<Place> places = new ArrayList<>();
        asked.owners().forEach(owner -> places.add(new Place(owner, asked.unit())));
        if (asked.countys()) {
            places.add(new Place(null, null));
        }
        return places;
    }
}
