package se.fardplan.organisation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The abbreviations of one page (ordlista): finds them in its texts and remembers which it met.
 *
 * <p>One for each page shown: an abbreviation is explained where it first stands.
 */
public final class Glossary {

    private final Map<String, Abbreviation> known;
    private final @Nullable Pattern pattern;
    private final Set<String> met = new LinkedHashSet<>();

    public Glossary(List<Abbreviation> abbreviations) {
        this.known = abbreviations.stream().collect(Collectors.toMap(Abbreviation::shortForm, Function.identity()));
        this.pattern = abbreviations.isEmpty() ? null : pattern(abbreviations);
    }

    /** Longest first, so that a short form within a longer one is not taken for itself; whole words only. */
    private static Pattern pattern(List<Abbreviation> abbreviations) {
        String alternatives = abbreviations.stream()
                .map(Abbreviation::shortForm)
                .sorted(Comparator.comparingInt(String::length).reversed())
                .map(Pattern::quote)
                .collect(Collectors.joining("|"));
        return Pattern.compile("(?<![\\p{L}\\d-])(" + alternatives + ")(?![\\p{L}\\d])");
    }

    /** A piece of text; with its abbreviation when it is one that is explained here. */
    public record Run(String text, @Nullable Abbreviation abbreviation) {

        /** The id of the explanation on the page. */
        public String id() {
            return Glossary.id(text);
        }
    }

    /** {@code text} in pieces, in order; put together they are {@code text} again. */
    public List<Run> explain(String text) {
        if (pattern == null) {
            return List.of(new Run(text, null));
        }
        List<Run> runs = new ArrayList<>();
        int done = 0;
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            if (met.add(matcher.group())) {
                if (matcher.start() > done) {
                    runs.add(new Run(text.substring(done, matcher.start()), null));
                }
                runs.add(new Run(matcher.group(), known.get(matcher.group())));
                done = matcher.end();
            }
        }
        if (done < text.length()) {
            runs.add(new Run(text.substring(done), null));
        }
        return runs;
    }

    /** Those met so far, in the order they were met. */
    public List<Abbreviation> met() {
        return met.stream().map(known::get).toList();
    }

    /** The id of the explanation of {@code shortForm} on the page. */
    public static String id(String shortForm) {
        return "ord-" + shortForm.toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z0-9]", "-");
    }
}
