package se.fardplan.desk;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** A clock that goes when it is told to. */
public final class MovingClock extends Clock {

    private volatile Instant now;

    public MovingClock(String now) {
        this.now = Instant.parse(now);
    }

    public void forward(Duration time) {
        now = now.plus(time);
    }

    public void set(String now) {
        this.now = Instant.parse(now);
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneId.of("Europe/Stockholm");
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException();
    }
}
