package se.fardplan;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import org.springframework.context.MessageSource;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.stereotype.Component;

/** Every text a reader meets, by key, in Swedish (texter). */
@Component
public class Texts {

    public static final Locale SWEDISH = Locale.of("sv", "SE");

    private final MessageSource messages;

    Texts(MessageSource messages) {
        this.messages = messages;
    }

    /** The same texts where no Spring is running, as on the command line before the database is open. */
    public static Texts standing() {
        Properties settings = new Properties();
        try (InputStream file = Texts.class.getResourceAsStream("/application.properties")) {
            settings.load(Objects.requireNonNull(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasenames(settings.getProperty("spring.messages.basename").split(",", -1));
        messages.setDefaultEncoding(settings.getProperty("spring.messages.encoding"));
        messages.setFallbackToSystemLocale(false);
        return new Texts(messages);
    }

    /** The text under {@code key}; an unknown key is an error. */
    public String of(String key, Object... arguments) {
        return messages.getMessage(key, arguments, SWEDISH);
    }

    /** The text under {@code key}, where there is one. */
    public Optional<String> find(String key) {
        return Optional.ofNullable(messages.getMessage(key, null, null, SWEDISH));
    }

    /** The sentence a refusal shows. */
    public String of(Refusal refusal) {
        return of("refusal." + refusal.code(), refusal.arguments().toArray());
    }
}
