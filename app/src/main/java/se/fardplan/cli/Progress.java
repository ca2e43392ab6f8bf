package se.fardplan.cli;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import se.fardplan.Texts;

/** Tells on standard error what is going on, once it has taken a second, and again every five (förlopp). */
final class Progress implements AutoCloseable {

    private static final Texts TEXTS = Texts.standing();

    private final PrintStream out;
    private final String sentence;
    private final Instant start = Instant.now();
    private final CountDownLatch done = new CountDownLatch(1);

    private Progress(PrintStream out, String sentence) {
        this.out = out;
        this.sentence = sentence;
    }

    /** Begins a piece of work; {@code key} is a text of the command line. */
    static Progress of(String key, Object... arguments) {
        Progress progress = new Progress(System.err, TEXTS.of(key, arguments));
        Thread.ofPlatform().daemon().name("progress").start(progress::tell);
        return progress;
    }

    @Override
    public void close() {
        done.countDown();
    }

    private void tell() {
        try {
            if (done.await(1, TimeUnit.SECONDS)) {
                return;
            }
            out.println(sentence + " …");
            while (!done.await(5, TimeUnit.SECONDS)) {
                long seconds = Duration.between(start, Instant.now()).toSeconds();
                out.println(TEXTS.of("cli.progress.still", sentence, seconds));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
