package se.fardplan.followup;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import se.fardplan.Texts;
import se.fardplan.desk.SearchText;
import se.fardplan.followup.Answer.Part;
import se.fardplan.organisation.Organisation;
import se.fardplan.organisation.Principal;

/** What can be found by searching of what was learnt (sökbara lärdomar), for those who may read the answer. */
@Component
class Lessons {

    private final Organisation organisation;
    private final Texts texts;
    private final Clock clock;

    Lessons(Organisation organisation, Texts texts, Clock clock) {
        this.organisation = organisation;
        this.texts = texts;
        this.clock = clock;
    }

    SearchText of(Reported reported) {
        List<String> principals = organisation.listPrincipals(LocalDate.now(clock)).stream()
                .map(Principal::code)
                .toList();
        return new SearchText(
                "lesson",
                reported.href(),
                texts.of(
                        "answer.title",
                        reported.asked().title(),
                        reported.round().name()),
                SearchText.of(Stream.of(Part.SUCCESS, Part.CHALLENGE, Part.AGAIN, Part.LESSONS, Part.RESULT, Part.DONE)
                        .filter(part -> !reported.answer().told().of(part).isBlank())
                        .map(part -> texts.of("answer.part." + part) + ": "
                                + reported.answer().told().of(part))
                        .toArray(String[]::new)),
                FollowUpRights.readers(reported.asked(), reported.answer(), principals));
    }
}
