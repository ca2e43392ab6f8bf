package se.fardplan.indicators;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import se.fardplan.Refusal;
import se.fardplan.indicators.KoladaRow.Kind;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.core.json.JsonFactory;

/**
 * One answer of Kolada, from a file or from the wire, read row by row (Koladas svar); memory does not grow with it.
 *
 * <p>Version 3 and the recorded version 2 differ in envelope and types only; both are read by one reader. What is cut, of
 * another shape or of mixed kinds is refused with name, line and column or item.
 */
final class KoladaAnswer {

    private static final JsonFactory JSON = new JsonFactory();

    private final String name;
    private final Consumer<KoladaRow> sink;
    private @Nullable Kind kind;
    private int items;
    private @Nullable String count;
    private @Nullable String next;
    private @Nullable String previous;
    private boolean listed;

    private KoladaAnswer(String name, Consumer<KoladaRow> sink) {
        this.name = name;
        this.sink = sink;
    }

    /**
     * What the envelope said.
     *
     * @param kind null when the list was empty
     * @param items how many objects the list held
     * @param next the address of the next page; null on the last
     * @param previous the address of the page before; null on the first
     */
    record Envelope(
            @Nullable Kind kind,
            int items,
            @Nullable String next,
            @Nullable String previous) {}

    /**
     * Reads {@code in} to its end and hands every row to {@code sink} as it comes.
     *
     * @param name the file's name or the address, for refusals
     */
    static Envelope read(String name, InputStream in, Consumer<KoladaRow> sink) {
        KoladaAnswer answer = new KoladaAnswer(name, sink);
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), in)) {
            answer.readEnvelope(parser);
        } catch (JacksonIOException e) {
            throw new Refusal("KOL-001", name);
        } catch (JacksonException e) {
            throw answer.refuse(isCut(e) ? "KOL-002" : "KOL-003", e.getLocation());
        }
        return new Envelope(answer.kind, answer.items, answer.next, answer.previous);
    }

    /** The parser throws its own kind of exception only for some of the places where an answer may end too early. */
    private static boolean isCut(JacksonException e) {
        return e instanceof UnexpectedEndOfInputException
                || e.getOriginalMessage().contains("end-of-input");
    }

    private void readEnvelope(JsonParser parser) {
        JsonToken first = parser.nextToken();
        if (first == null) {
            throw new Refusal("KOL-008", name);
        }
        if (first != JsonToken.START_OBJECT) {
            throw new Refusal("KOL-004", name);
        }
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String property = parser.currentName();
            parser.nextToken();
            switch (property) {
                case "values" -> readList(parser);
                case "count" -> count = parser.getValueAsString();
                case "next_url", "next_page" -> next = parser.getValueAsString();
                case "previous_url", "previous_page" -> previous = parser.getValueAsString();
                default -> parser.skipChildren();
            }
        }
        if (!listed) {
            throw new Refusal("KOL-004", name);
        }
        if (parser.nextToken() != null) {
            throw refuse("KOL-003", parser.currentTokenLocation());
        }
        if (count != null && !count.equals(String.valueOf(items))) {
            throw new Refusal("KOL-009", name, count, String.valueOf(items));
        }
    }

    private void readList(JsonParser parser) {
        if (parser.currentToken() != JsonToken.START_ARRAY || listed) {
            throw new Refusal("KOL-004", name);
        }
        listed = true;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items++;
            KoladaItem.Place place = new KoladaItem.Place(
                    name, items, parser.currentTokenLocation().getLineNr());
            if (parser.currentToken() != JsonToken.START_OBJECT) {
                throw place.refuse("KOL-007");
            }
            readItem(new KoladaItem(readObject(parser), place));
        }
    }

    private void readItem(KoladaItem item) {
        Kind found = KoladaRows.kind(item);
        if (kind == null) {
            kind = found;
        } else if (kind != found) {
            throw item.place().refuse("KOL-007");
        }
        KoladaRows.rows(found, item).forEach(sink);
    }

    private static Map<String, Object> readObject(JsonParser parser) {
        Map<String, Object> fields = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String property = parser.currentName();
            parser.nextToken();
            fields.put(property, readValue(parser));
        }
        return fields;
    }

    private static List<Object> readArray(JsonParser parser) {
        List<Object> elements = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            elements.add(readValue(parser));
        }
        return elements;
    }

    @SuppressWarnings("NullAway") // a JSON null is a null in the map
    private static Object readValue(JsonParser parser) {
        return switch (parser.currentToken()) {
            case START_OBJECT -> readObject(parser);
            case START_ARRAY -> readArray(parser);
            case VALUE_STRING -> parser.getString();
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new KoladaItem.Number(parser.getString());
            case VALUE_TRUE -> Boolean.TRUE;
            case VALUE_FALSE -> Boolean.FALSE;
            default -> null;
        };
    }

    private Refusal refuse(String code, @Nullable TokenStreamLocation at) {
        return new Refusal(
                code,
                name,
                at == null ? "?" : String.valueOf(at.getLineNr()),
                at == null ? "?" : String.valueOf(at.getColumnNr()));
    }
}
