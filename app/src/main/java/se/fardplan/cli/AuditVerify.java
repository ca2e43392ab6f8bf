package se.fardplan.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import se.fardplan.Texts;
import se.fardplan.access.AuditLog;

/** {@code ./fardplan audit verify}: exit code 1 when anything in the log does not hold. */
@Command(
        name = "verify",
        description = "Kontrollera att inget i loggen är ändrat, borttaget eller omflyttat.",
        mixinStandardHelpOptions = true)
final class AuditVerify implements Callable<Integer> {

    @Mixin
    private Where where = new Where();

    @Override
    public Integer call() {
        try (Installation installation = Installation.open(where);
                Progress progress = Progress.of("cli.progress.audit")) {
            Texts texts = installation.ask(Texts.class);
            AuditLog.Verdict verdict = installation.ask(AuditLog.class).verify();
            return tell(texts, verdict);
        }
    }

    /** The exit code, once the user has been told. */
    static int tell(Texts texts, AuditLog.Verdict verdict) {
        if (verdict.whole()) {
            System.out.println(texts.of("cli.audit.whole", verdict.rows()));
            return 0;
        }
        System.err.println(texts.of("cli.audit.broken", verdict.findings().size()));
        verdict.findings().forEach(System.err::println);
        return 1;
    }
}
