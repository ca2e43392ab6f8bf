package se.fardplan;

import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Every text a reader meets, by key, in Swedish (texter). */
@Component
public class Texts {

    public static final Locale SWEDISH = Locale.of("sv", "SE");

    private final MessageSource messages;

    Texts(MessageSource messages) {
        this.messages = messages;
    }

    /** The text under {@code key}; an unknown key is an error. */
    public String of(String key, Object... arguments) {
        return messages.getMessage(key, arguments, SWEDISH);
    }

    /** The sentence a refusal shows. */
    public String of(Refusal refusal) {
        return of("refusal." + refusal.code(), refusal.arguments().toArray());
    }
}
