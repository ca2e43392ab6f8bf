package se.fardplan.desk;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import se.fardplan.Texts;

/**
 * What rooms leave for people to find (arbetsbordet): to-do lines, search texts and mail.
 *
 * <p>Everything is written in the caller's transaction, and refused without one.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class Desk {

    private final LineStore lines;
    private final SearchStore texts;
    private final Outbox outbox;
    private final Texts words;
    private final Environment settings;
    private final Clock clock;

    Desk(LineStore lines, SearchStore texts, Outbox outbox, Texts words, Environment settings, Clock clock) {
        this.lines = lines;
        this.texts = texts;
        this.outbox = outbox;
        this.words = words;
        this.settings = settings;
        this.clock = clock;
    }

    /** Puts a line on people's desks; one with the same key takes the place of the earlier. */
    public void put(Line line) {
        put(List.of(line));
    }

    public void put(Collection<Line> all) {
        lines.save(all, clock.instant());
    }

    /** Takes the line with {@code key} off every desk; nothing happens where there is none. */
    public void done(String key) {
        lines.delete(key);
    }

    /** Lets something be found; it takes the place of what was said of its address before. */
    public void index(SearchText text) {
        index(List.of(text));
    }

    public void index(Collection<SearchText> all) {
        // A kind without a name would be found out by the first who meets it in a search.
        all.stream().map(SearchText::kind).distinct().forEach(kind -> words.of("search.kind." + kind));
        texts.save(all);
    }

    /** Lets nothing be found at {@code address} any more. */
    public void forget(String address) {
        texts.delete(address);
    }

    /** Lays a letter in the outbox; it leaves once the transaction has been committed. */
    public void send(Letter letter) {
        send(List.of(letter));
    }

    public void send(Collection<Letter> all) {
        outbox.add(all);
    }

    /** How the outbox fares, for those who look after the installation. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public OutboxState outbox() {
        return outbox.state();
    }

    /** The whole address of {@code path}, for a letter: the setting {@code fardplan.address} and the path. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public String link(String path) {
        String port = settings.getProperty("local.server.port", settings.getProperty("server.port", "8080"));
        return settings.getProperty("fardplan.address", "http://localhost:" + port)
                        .replaceFirst("/+$", "")
                + path;
    }
}
