package se.fardplan.bench;

import java.util.Map;
import java.util.TreeMap;

/** {@code ./bench NAME}: runs one benchmark and prints {@code name ours=… peer=… ratio=…}. */
public final class Bench {

    /** One benchmark: prints its lines and says whether its limits held. */
    interface Run {
        boolean run() throws Exception;
    }

    private static final Map<String, Run> BY_NAME = new TreeMap<>(Map.of(
            "start",
            StartBench::run,
            "page-sub-goal",
            PageBench::run,
            "report-annual",
            ReportBench::run,
            "excel-people",
            ExcelPeopleBench::run,
            "backup",
            BackupBench::run,
            "search",
            SearchBench::run,
            "login",
            LoginBench::run,
            "access-check",
            AccessCheckBench::run));

    private Bench() {}

    public static void main(String... arguments) throws Exception {
        Run chosen = arguments.length == 1 ? BY_NAME.get(arguments[0]) : null;
        if (chosen == null) {
            System.err.println("Usage: ./bench NAME, where NAME is one of " + BY_NAME.keySet());
            System.exit(2);
            return;
        }
        System.exit(chosen.run() ? 0 : 1);
    }
}
