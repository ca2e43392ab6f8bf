package se.fardplan.cli;

import java.math.BigDecimal;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import se.fardplan.Refusal;
import se.fardplan.Texts;
import se.fardplan.access.CurrentUser;
import se.fardplan.indicators.HandValue;
import se.fardplan.indicators.HandValues;
import se.fardplan.indicators.Sex;

/** {@code ./fardplan value set --kpi U20462 --area 2080 --year 2024 --value 12,5 --source "Enkät, tabell 3"}. */
@Command(
        name = "set",
        description = "Mata in ett värde där Kolada inte har något.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class ValueSet implements Callable<Integer> {

    @Mixin
    private Where where = new Where();

    @Option(names = "--kpi", required = true, paramLabel = "ID", description = "Nyckeltalet, som U20462.")
    private String indicator = "";

    @Option(
            names = "--area",
            required = true,
            paramLabel = "KOD",
            description = "Området, som 2080 eller 0000 för riket.")
    private String area = "";

    @Option(names = "--year", required = true, paramLabel = "ÅR", description = "Året som värdet gäller.")
    private int year;

    @Option(names = "--sex", paramLabel = "T|K|M", description = "Totalt, kvinnor eller män (annars T).")
    private Sex sex = Sex.T;

    @Option(
            names = "--value",
            required = true,
            paramLabel = "TAL",
            description = "Värdet, med decimalkomma eller punkt.")
    private String value = "";

    @Option(names = "--source", required = true, paramLabel = "KÄLLA", description = "Varifrån värdet kommer.")
    private String source = "";

    @Override
    public Integer call() {
        BigDecimal number = number();
        DemoFolder.refuseRealData(where.folder());
        try (Installation installation = Installation.open(where)) {
            installation.refuseDemo();
            installation
                    .ask(HandValues.class)
                    .enter(CurrentUser.console(), new HandValue.Entry(indicator, area, year, sex, number, source));
            System.out.println(
                    installation.ask(Texts.class).of("cli.value.set", indicator, area, Integer.toString(year), value));
        }
        return 0;
    }

    private BigDecimal number() {
        try {
            return new BigDecimal(value.strip().replace(',', '.'));
        } catch (NumberFormatException e) {
            throw new Refusal("CLI-017", value);
        }
    }
}
