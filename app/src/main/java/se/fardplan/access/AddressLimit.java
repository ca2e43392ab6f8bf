package se.fardplan.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How often one network address may fail to log in (gräns per adress): 20 times in ten minutes.
 *
 * <p>The window does not grow by trying again, so an address shared by an office opens by itself.
 */
final class AddressLimit {

    private static final int MOST_FAILURES = 20;
    private static final Duration WINDOW = Duration.ofMinutes(10);
    private static final int MOST_ADDRESSES = 10_000;

    private final Clock clock;
    private final Map<String, Window> windows = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Window> eldest) {
            return size() > MOST_ADDRESSES;
        }
    };

    private record Window(Instant end, int failures) {}

    AddressLimit(Clock clock) {
        this.clock = clock;
    }

    synchronized Duration waitOf(String address) {
        Window window = current(address);
        return window.failures() < MOST_FAILURES ? Duration.ZERO : Duration.between(clock.instant(), window.end());
    }

    synchronized void count(String address) {
        Window window = current(address);
        windows.put(address, new Window(window.end(), window.failures() + 1));
    }

    /** Takes back one count: the attempt was right. */
    synchronized void forgive(String address) {
        Window window = current(address);
        if (window.failures() > 0) {
            windows.put(address, new Window(window.end(), window.failures() - 1));
        }
    }

    private Window current(String address) {
        Window window = windows.get(address);
        Instant now = clock.instant();
        return window != null && window.end().isAfter(now) ? window : new Window(now.plus(WINDOW), 0);
    }
}
