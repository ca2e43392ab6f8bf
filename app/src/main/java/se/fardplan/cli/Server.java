package se.fardplan.cli;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextClosedEvent;
import se.fardplan.DemoPart;
import se.fardplan.Refusal;
import se.fardplan.Texts;

/** A server from its start to its stop, by Ctrl-C or SIGTERM (servern). */
final class Server {

    private static final Duration UNDISTURBED = Duration.ofSeconds(20);

    private Server() {}

    /**
     * @param asOf the day the examples stand for; null for real data
     * @return the exit code, once the server has been stopped
     */
    static int run(Where where, Settings settings, Door door, @Nullable LocalDate asOf) {
        door.refuseWhenTaken();
        Installation installation = Installation.serve(where, settings, door, asOf);
        CountDownLatch closed = new CountDownLatch(1);
        installation.rooms().addApplicationListener((ApplicationListener<ContextClosedEvent>)
                event -> closed.countDown());
        Runtime.getRuntime().addShutdownHook(new Thread(installation::close, "stop"));
        greet(installation, where, asOf != null);
        makeCache();
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return 0;
    }

    private static void greet(Installation installation, Where where, boolean demo) {
        Texts texts = installation.ask(Texts.class);
        String address = address(installation);
        if (demo) {
            System.out.println(texts.of(
                    "cli.demo.started", address, where.folder().normalize().toString()));
            installation
                    .rooms()
                    .getBeanProvider(DemoPart.class)
                    .orderedStream()
                    .flatMap(part -> part.notes().stream())
                    .forEach(System.out::println);
        } else {
            System.out.println(texts.of("cli.serve.started", address));
        }
        System.out.println(texts.of("cli.stop"));
    }

    private static String address(Installation installation) {
        var environment = installation.rooms().getEnvironment();
        String host = environment.getProperty("server.address", "127.0.0.1");
        boolean here = List.of("127.0.0.1", "0.0.0.0", "::1", "::").contains(host);
        return "http://" + (here ? "localhost" : host) + ":" + environment.getProperty("local.server.port");
    }

    /**
     * Asks the script for the cache that makes the next start quicker, once the first visitors have had the machine to
     * themselves.
     */
    private static void makeCache() {
        String script = System.getProperty("fardplan.make-cache");
        if (script == null) {
            return;
        }
        Thread.ofVirtual().name("make-cache").start(() -> {
            try {
                Thread.sleep(UNDISTURBED);
                makeCache(script);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private static void makeCache(String script) {
        try {
            new ProcessBuilder("setsid", "nice", script, "make-cache")
                    .redirectInput(Redirect.from(new java.io.File("/dev/null")))
                    .redirectOutput(Redirect.DISCARD)
                    .redirectError(Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            System.err.println(Texts.standing().of(new Refusal("CLI-013", script)));
        }
    }
}
