package se.fardplan.desk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.fardplan.Check;
import se.fardplan.Finding;
import se.fardplan.Finding.State;
import se.fardplan.Texts;

/** Whether letters leave (brevens läge). */
@Component
class LettersCheck implements Check {

    private final Outbox outbox;
    private final Post post;
    private final Texts texts;

    LettersCheck(Outbox outbox, Post post, Texts texts) {
        this.outbox = outbox;
        this.post = post;
        this.texts = texts;
    }

    @Override
    public List<Finding> look() {
        OutboxState state = outbox.state();
        List<Finding> found = new ArrayList<>(List.of(now(state)));
        if (state.givenUp() > 0) {
            found.add(finding("letters-given-up", State.NOTICE, "watch.letters.given-up", state.givenUp(), null));
        }
        return found;
    }

    private Finding now(OutboxState state) {
        Instant oldest = state.oldest() == null ? null : state.oldest().toInstant();
        return switch (post.lack()) {
            case SERVER ->
                state.waiting() == 0
                        ? finding("letters", State.NOTICE, "watch.letters.no-server", 0, null)
                        : new Finding(
                                "letters",
                                State.WRONG,
                                texts.of("watch.letters"),
                                texts.of("watch.letters.no-server-waiting", state.waiting()),
                                texts.of("watch.letters.no-server.advice"),
                                oldest);
            case SENDER -> finding("letters", State.WRONG, "watch.letters.no-sender", state.waiting(), oldest);
            case SENDERS_ADDRESS ->
                finding("letters", State.WRONG, "watch.letters.bad-sender", state.waiting(), oldest);
            case NOTHING ->
                state.troubled() > 0
                        ? finding("letters", State.WRONG, "watch.letters.troubled", state.troubled(), oldest)
                        : new Finding(
                                "letters",
                                State.FINE,
                                texts.of("watch.letters"),
                                state.waiting() == 0
                                        ? texts.of("watch.letters.fine")
                                        : texts.of("watch.letters.leaving", state.waiting()),
                                "",
                                null);
        };
    }

    private Finding finding(String key, State state, String text, int letters, @Nullable Instant since) {
        return new Finding(
                key, state, texts.of("watch.letters"), texts.of(text, letters), texts.of(text + ".advice"), since);
    }
}
