package se.fardplan.indicators;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import se.fardplan.Refusal;

/**
 * Kolada's API over HTTP, one question at a time (Koladas gränssnitt).
 *
 * <p>Every page of an answer is read, or the question fails: a missing {@code next_url} after a full page is asked after,
 * a circle or more than forty pages is refused. At most five requests a second; a busy or failing Kolada is asked again
 * four times, after the pause it names or a growing one.
 */
final class KoladaClient {

    /** The most that one page may hold; Kolada refuses more. */
    static final int PAGE = 5000;

    private static final int MOST_PAGES = 40;
    private static final int TRIES = 5;
    private static final Duration GAP = Duration.ofMillis(200);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(2);

    private final URI base;
    private final Clockwork clockwork;
    private final HttpClient http;
    private long earliest;

    /** Time as the client lives it; a test's own passes at once. */
    interface Clockwork {

        /** Nanoseconds from some fixed point. */
        long now();

        void pause(Duration duration) throws InterruptedException;

        static Clockwork real() {
            return new Clockwork() {
                @Override
                public long now() {
                    return System.nanoTime();
                }

                @Override
                public void pause(Duration duration) throws InterruptedException {
                    Thread.sleep(duration);
                }
            };
        }
    }

    /** @param base such as {@code https://api.kolada.se/v3}, with or without a slash at its end */
    KoladaClient(URI base, Clockwork clockwork, Duration connecting) {
        String text = base.toString();
        this.base = URI.create(text.endsWith("/") ? text : text + "/");
        this.clockwork = clockwork;
        this.earliest = clockwork.now();
        HttpClient.Builder builder = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(connecting)
                .followRedirects(HttpClient.Redirect.NORMAL);
        ProxySelector proxies = ProxySelector.getDefault();
        if (proxies != null) {
            builder.proxy(proxies);
        }
        this.http = builder.build();
    }

    /**
     * Reads every page of the answer.
     *
     * @param path below the base, with its query, such as {@code kpi/U20462?per_page=5000}
     * @param sink gets every row
     * @return how many objects all pages together held; 0 also when Kolada knows no such path (404)
     */
    int read(String path, Consumer<KoladaRow> sink) {
        Set<URI> seen = new HashSet<>();
        URI page = base.resolve(path);
        int items = 0;
        while (page != null) {
            if (!seen.add(page)) {
                throw new Refusal("KOL-024", page.toString());
            }
            if (seen.size() > MOST_PAGES) {
                throw new Refusal("KOL-025", base.resolve(path).toString(), String.valueOf(MOST_PAGES));
            }
            byte @Nullable [] body = get(page);
            if (body == null) {
                // Only a whole answer may be missing: a page that was promised and is not there is a loss.
                if (seen.size() > 1) {
                    throw new Refusal("KOL-023", page.toString(), "404");
                }
                return 0;
            }
            KoladaAnswer.Envelope envelope = KoladaAnswer.read(page.toString(), new ByteArrayInputStream(body), sink);
            items += envelope.items();
            page = next(page, envelope, seen.size());
        }
        return items;
    }

    /** The page after {@code page}; after a full page that names none, the one that should be there is asked for. */
    private @Nullable URI next(URI page, KoladaAnswer.Envelope envelope, int pages) {
        String next = envelope.next();
        if (next != null && !next.isBlank()) {
            URI resolved = resolve(page, next.replace(" ", "%20"));
            if (!page.getHost().equals(resolved.getHost())) {
                throw new Refusal("KOL-026", page.toString(), resolved.toString());
            }
            return resolved;
        }
        if (envelope.items() < PAGE) {
            return null;
        }
        String query = page.getRawQuery() == null ? "" : page.getRawQuery().replaceAll("(^|&)page=\\d+", "");
        return resolve(page, "?" + (query.isEmpty() ? "" : query + "&") + "page=" + (pages + 1));
    }

    /** {@link URI#resolve} follows an older standard, by which a query alone drops the path's last segment. */
    private static URI resolve(URI page, String reference) {
        return page.resolve(reference.startsWith("?") ? page.getRawPath() + reference : reference);
    }

    /** The body of a good answer; null for 404. */
    private byte @Nullable [] get(URI address) {
        Duration pause = FIRST_PAUSE;
        String trouble = "";
        for (int attempt = 1; attempt <= TRIES; attempt++) {
            try {
                keepPace();
                HttpResponse<byte[]> response = http.send(request(address), HttpResponse.BodyHandlers.ofByteArray());
                int status = response.statusCode();
                if (status == 200) {
                    return response.body();
                }
                if (status == 404) {
                    return null;
                }
                if (status != 429 && status < 500) {
                    throw refusal(address, status);
                }
                trouble = "HTTP " + status;
                pause = asked(response, pause);
            } catch (IOException e) {
                trouble = e.getClass().getSimpleName();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new Refusal("KOL-027");
            }
            if (attempt < TRIES) {
                rest(pause);
                pause = pause.multipliedBy(2);
            }
        }
        throw new Refusal("KOL-020", address.toString(), String.valueOf(TRIES), trouble);
    }

    private static Refusal refusal(URI address, int status) {
        return switch (status) {
            case 410 -> new Refusal("KOL-021", address.toString(), ImportRequest.KOLADA.toString());
            case 400, 422 -> new Refusal("KOL-022", address.toString(), String.valueOf(status));
            default -> new Refusal("KOL-023", address.toString(), String.valueOf(status));
        };
    }

    private static HttpRequest request(URI address) {
        return HttpRequest.newBuilder(address)
                .timeout(Duration.ofSeconds(60))
                .header("Accept", "application/json")
                .header("User-Agent", "Fardplan/0.1")
                .GET()
                .build();
    }

    /** The pause that the answer asks for (Retry-After, seconds or a date), else {@code otherwise}. */
    private static Duration asked(HttpResponse<?> response, Duration otherwise) {
        String after = response.headers().firstValue("Retry-After").orElse("").strip();
        if (after.matches("\\d{1,6}")) {
            return shorter(Duration.ofSeconds(Long.parseLong(after)));
        }
        try {
            ZonedDateTime until = ZonedDateTime.parse(after, DateTimeFormatter.RFC_1123_DATE_TIME);
            Duration left = Duration.between(ZonedDateTime.now(until.getZone()), until);
            return left.isNegative() ? otherwise : shorter(left);
        } catch (DateTimeParseException e) {
            return otherwise;
        }
    }

    private static Duration shorter(Duration asked) {
        return asked.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : asked;
    }

    /** Never less than asked, and a little more, so that many clients do not come back at once. */
    private void rest(Duration pause) {
        try {
            clockwork.pause(pause.plusMillis(ThreadLocalRandom.current().nextLong(pause.toMillis() / 2 + 1)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refusal("KOL-027");
        }
    }

    private void keepPace() throws InterruptedException {
        long now = clockwork.now();
        if (now < earliest) {
            clockwork.pause(Duration.ofNanos(earliest - now));
        }
        earliest = Math.max(clockwork.now(), earliest) + GAP.toNanos();
    }
}
