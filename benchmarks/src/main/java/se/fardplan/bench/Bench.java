package se.fardplan.bench;

import java.util.Map;
import java.util.TreeMap;

/** {@code ./bench NAME}: runs one benchmark and prints {@code name ours=… peer=… ratio=…}. */
public final class Bench {

    /** One benchmark: prints its lines and says whether its limits held. */
    interface Run {
        boolean run() throws Exception;
    }

    private static final Map<String, Run> BY_NAME = new TreeMap<>(Map.ofEntries(
            Map.entry("start", StartBench::run),
            Map.entry("page-sub-goal", PageBench::run),
            Map.entry("report-annual", ReportBench::run),
            Map.entry("excel-people", ExcelPeopleBench::run),
            Map.entry("backup", BackupBench::run),
            Map.entry("search", SearchBench::run),
            Map.entry("login", LoginBench::run),
            Map.entry("access-check", AccessCheckBench::run),
            Map.entry("plans-similar", PlansSimilarBench::run),
            Map.entry("plans-mosaic", PlansMosaicBench::run),
            Map.entry("excel-activities", ExcelActivitiesBench::run),
            Map.entry("plan-pages", PlanPagesBench::run)));

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
