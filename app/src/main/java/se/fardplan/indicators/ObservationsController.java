package se.fardplan.indicators;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;
import se.fardplan.Refusal;
import se.fardplan.Texts;
import se.fardplan.access.Open;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * The open API of key figures' values (öppna data): every value and state as received, a page at a time.
 *
 * <p>Pages of one question all show the vintage that the first one showed.
 */
@RestController
class ObservationsController {

    private static final int MOST = 5000;
    private static final Pattern AREA = Pattern.compile("\\d{4}|G\\d{1,12}");
    private static final JsonFactory JSON = new JsonFactory();

    private final Texts texts;
    private final Indicators indicators;
    private final ObservationStore observations;

    ObservationsController(Texts texts, Indicators indicators, ObservationStore observations) {
        this.texts = texts;
        this.indicators = indicators;
        this.observations = observations;
    }

    /**
     * The query as it was written; all of it optional.
     *
     * @param area codes with commas between
     * @param sex letters with commas between
     * @param vintage a number; the latest when absent
     */
    record Query(
            @Nullable String area,
            @Nullable String from,
            @Nullable String to,
            @Nullable String sex,
            @Nullable String vintage,
            @Nullable String page,
            @Nullable String per_page) {}

    @Open
    @GetMapping("/api/v1/indicators/{id}/observations")
    ResponseEntity<?> observations(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String area,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable String sex,
            @RequestParam(required = false) @Nullable String vintage,
            @RequestParam(required = false) @Nullable String page,
            @RequestParam(name = "per_page", required = false) @Nullable String perPage,
            WebRequest request) {
        try {
            return answer(id, new Query(area, from, to, sex, vintage, page, perPage), request);
        } catch (Refusal refusal) {
            return problem(HttpStatus.BAD_REQUEST, "api.bad-question", texts.of(refusal));
        }
    }

    private ResponseEntity<?> answer(String id, Query query, WebRequest request) {
        if (!indicators.knows(id)) {
            return problem(HttpStatus.NOT_FOUND, "api.unknown", texts.of("api.unknown.detail", id));
        }
        ObservationStore.Question question = new ObservationStore.Question(
                id,
                areas(query.area()),
                query.from() == null ? null : number("from", query.from(), 1900, 2200),
                query.to() == null ? null : number("to", query.to(), 1900, 2200),
                sexes(query.sex()));
        int page = query.page() == null ? 1 : number("page", query.page(), 1, Integer.MAX_VALUE);
        int perPage = query.per_page() == null ? MOST : number("per_page", query.per_page(), 1, MOST);
        Optional<Vintage> vintage = vintage(query.vintage());
        String tag = "\"v%d\"".formatted(vintage.map(Vintage::number).orElse(0L));
        if (request.checkNotModified(tag)) {
            return ResponseEntity.status(HttpStatus.NOT_MODIFIED).build();
        }
        List<Observation> found = vintage.map(
                        one -> observations.list(question, one.number(), perPage + 1, (long) (page - 1) * perPage))
                .orElse(List.of());
        boolean more = found.size() > perPage;
        String next = more ? next(id, query, vintage.orElseThrow(), page + 1, perPage) : null;
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .eTag(tag)
                .cacheControl(CacheControl.maxAge(Duration.ZERO).cachePublic().mustRevalidate())
                .body(json(more ? found.subList(0, perPage) : found, next));
    }

    private Optional<Vintage> vintage(@Nullable String number) {
        if (number == null) {
            return indicators.findLatestVintage();
        }
        int asked = number("vintage", number, 1, Integer.MAX_VALUE);
        Optional<Vintage> found = indicators.listVintages().stream()
                .filter(one -> one.number() == asked)
                .findFirst();
        if (found.isEmpty()) {
            throw new Refusal("API-003", number);
        }
        return found;
    }

    private static @Nullable List<String> areas(@Nullable String text) {
        List<String> codes = list(text);
        if (codes != null) {
            codes.stream()
                    .filter(code -> !AREA.matcher(code).matches())
                    .findFirst()
                    .ifPresent(code -> {
                        throw new Refusal("API-001", "area", code);
                    });
        }
        return codes;
    }

    private static @Nullable List<String> sexes(@Nullable String text) {
        List<String> letters = list(text);
        if (letters != null) {
            letters.stream()
                    .filter(letter -> !List.of("T", "K", "M").contains(letter))
                    .findFirst()
                    .ifPresent(letter -> {
                        throw new Refusal("API-001", "sex", letter);
                    });
        }
        return letters;
    }

    private static @Nullable List<String> list(@Nullable String text) {
        return text == null || text.isBlank()
                ? null
                : Arrays.asList(text.strip().split("\\s*,\\s*"));
    }

    private static int number(String name, String text, int least, int most) {
        try {
            int number = Integer.parseInt(text.strip());
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw new Refusal("API-002", name, text, String.valueOf(least), String.valueOf(most));
        }
        throw new Refusal("API-002", name, text, String.valueOf(least), String.valueOf(most));
    }

    private static String next(String id, Query query, Vintage vintage, int page, int perPage) {
        StringBuilder address =
                new StringBuilder("/api/v1/indicators/").append(encoded(id)).append("/observations?");
        append(address, "area", query.area());
        append(address, "from", query.from());
        append(address, "to", query.to());
        append(address, "sex", query.sex());
        append(address, "vintage", String.valueOf(vintage.number()));
        append(address, "per_page", String.valueOf(perPage));
        return address.append("page=").append(page).toString();
    }

    private static void append(StringBuilder address, String name, @Nullable String value) {
        if (value != null) {
            address.append(name).append('=').append(encoded(value)).append('&');
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Numbers are written digit by digit as they came, never through a floating point number. */
    private static byte[] json(List<Observation> found, @Nullable String next) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(found.size() * 160 + 100);
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), out)) {
            json.writeStartObject();
            json.writeArrayPropertyStart("values");
            found.forEach(one -> write(json, one));
            json.writeEndArray();
            if (next == null) {
                json.writeNullProperty("next");
            } else {
                json.writeStringProperty("next", next);
            }
            json.writeEndObject();
        }
        return out.toByteArray();
    }

    private static void write(JsonGenerator json, Observation one) {
        json.writeStartObject();
        json.writeStringProperty("indicator", one.indicator());
        json.writeStringProperty("area", one.area());
        json.writeNumberProperty("year", one.year());
        json.writeStringProperty("sex", one.sex().name());
        BigDecimal value = one.value();
        if (value == null) {
            json.writeNullProperty("value");
        } else {
            json.writeName("value");
            json.writeNumber(value.toPlainString());
        }
        json.writeStringProperty("state", one.state().word());
        json.writeBooleanProperty("preliminary", one.preliminary());
        json.writeStringProperty("source", one.origin().word());
        json.writeEndObject();
    }

    private ResponseEntity<ProblemDetail> problem(HttpStatus status, String key, String detail) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setTitle(texts.of(key));
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .cacheControl(CacheControl.noStore())
                .body(problem);
    }
}
