package se.fardplan.reports;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.fardplan.Texts;
import se.fardplan.charts.Caption;
import se.fardplan.charts.Drawing;
import se.fardplan.charts.Lap;
import se.fardplan.charts.Size;
import se.fardplan.charts.Spark;
import se.fardplan.charts.WindingThread;
import se.fardplan.indicators.Comparison;
import se.fardplan.indicators.Direction;
import se.fardplan.indicators.Indicators;
import se.fardplan.indicators.Vintage;
import se.fardplan.organisation.Organisation;
import se.fardplan.organisation.Principal;
import se.fardplan.organisation.Principal.Kind;
import se.fardplan.strategy.Strategies;
import se.fardplan.strategy.Strategy;

/** Puts the start page together. */
@Component
class StartPages {

    /** First and last month of each part of the year. */
    private static final int[][] PARTS = {{1, 3}, {4, 5}, {6, 6}, {7, 9}, {10, 12}};

    private static final int MOST_HAPPENINGS = 4;

    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMM", Texts.SWEDISH);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM", Texts.SWEDISH);
    private static final DateTimeFormatter WHOLE_DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Texts.SWEDISH);

    private final Organisation organisation;
    private final Strategies strategies;
    private final SubGoals subGoals;
    private final Indicators indicators;
    private final AnnualReports reports;
    private final StartWords words;
    private final Texts texts;

    StartPages(
            Organisation organisation,
            Strategies strategies,
            SubGoals subGoals,
            Indicators indicators,
            AnnualReports reports,
            StartWords words,
            Texts texts) {
        this.organisation = organisation;
        this.strategies = strategies;
        this.subGoals = subGoals;
        this.indicators = indicators;
        this.reports = reports;
        this.words = words;
        this.texts = texts;
    }

    StartPage page(LocalDate today) {
        Optional<Strategy> strategy = strategies.findStrategy();
        List<SubGoals.Told> goals = subGoals.list();
        Optional<Vintage> vintage = indicators.findLatestVintage();
        String county = organisation.county().name();
        return new StartPage(
                strategy.isPresent() ? texts.of("start.eyebrow") : county,
                strategy.map(Strategy::vision).orElseGet(() -> texts.of("start.heading.noStrategy")),
                strategy.isPresent()
                        ? texts.of("start.lead", words.capital(principals(today)))
                        : texts.of("start.lead.noStrategy", county),
                goals.isEmpty() ? null : thread(goals),
                words.point(goals),
                words.rest(goals),
                goals.stream().map(this::row).toList(),
                vintage.isPresent(),
                happenings(vintage.orElse(null)),
                writing(),
                lap(today),
                steps(today));
    }

    /** Such as {@code Region Dalarna och länets 15 kommuner}. */
    private String principals(LocalDate today) {
        List<Principal> all = organisation.listPrincipals(today);
        List<String> municipalities = all.stream()
                .filter(one -> one.kind() == Kind.MUNICIPALITY)
                .map(Principal::name)
                .toList();
        String region = all.stream()
                .filter(one -> one.kind() == Kind.REGION)
                .map(Principal::name)
                .findFirst()
                .orElse("");
        return municipalities.size() == 1
                ? texts.of("start.who.one", region, municipalities.getFirst())
                : texts.of("start.who.region", region, municipalities.size());
    }

    private Drawing thread(List<SubGoals.Told> goals) {
        List<WindingThread.Node> stops = goals.stream()
                .map(told -> new WindingThread.Node(told.goal().name(), told.glyph(), told.word()))
                .toList();
        return new WindingThread(Caption.of("traden", texts.of("start.thread")), stops).render(new Size(400, 440));
    }

    private StartPage.Row row(SubGoals.Told told) {
        KeyFigureView telling = told.figures().stream()
                .filter(view -> view.comparison().headline().counted().size() > 1)
                .max(Comparator.comparingInt(view -> weight(view.comparison())))
                .orElse(null);
        return new StartPage.Row(
                told.goal().name(),
                told.goal().href(),
                told.summary(),
                told.glyph(),
                told.word(),
                telling == null ? null : spark(told, telling),
                telling == null
                        ? texts.of("start.spark.none")
                        : telling.comparison().figure().name(),
                telling == null
                        ? null
                        : "/nyckeltal/" + telling.comparison().figure().code(),
                told.standing().figures(),
                told.standing().withValues());
    }

    /** A figure with a certain direction says most; among equals the longest series. */
    private static int weight(Comparison comparison) {
        int certain = comparison.direction() instanceof Direction.Certain ? 1000 : 0;
        return certain + comparison.headline().counted().size();
    }

    private static Drawing spark(SubGoals.Told told, KeyFigureView view) {
        List<se.fardplan.charts.Point> points = view.comparison().headline().counted().stream()
                .map(point -> new se.fardplan.charts.Point(
                        point.year(), point.number().doubleValue(), KeyFigureCharts.mark(point)))
                .toList();
        Caption caption = Caption.of(
                "linje-" + told.goal().code(), view.comparison().figure().name());
        return new Spark(caption, view.amounts().measure(), points).render(Size.of(200));
    }

    private List<StartPage.Happening> happenings(@Nullable Vintage vintage) {
        List<StartPage.Happening> happenings = new ArrayList<>();
        if (vintage != null) {
            happenings.add(happening(
                    day(vintage.importedAt()),
                    texts.of("start.now.import"),
                    "/folja-upp",
                    texts.of(
                            "start.now.import.sentence",
                            Long.toString(vintage.number()),
                            WHOLE_DAY.format(vintage.asOf()))));
        }
        for (AnnualReport report : reports.list()) {
            if (report instanceof AnnualReport.Frozen frozen) {
                happenings.add(happening(
                        day(frozen.frozenAt()),
                        texts.of("start.now.frozen", Integer.toString(frozen.year())),
                        "/arsrapport/" + frozen.year(),
                        texts.of("start.now.frozen.sentence", Long.toString(frozen.vintage()))));
            }
        }
        return happenings.stream()
                .sorted(Comparator.comparing(StartPage.Happening::iso).reversed())
                .limit(MOST_HAPPENINGS)
                .toList();
    }

    /** The latest report that is being written; null when none is. */
    private @Nullable String writing() {
        return reports.list().stream()
                .filter(AnnualReport.Draft.class::isInstance)
                .max(Comparator.comparingInt(AnnualReport::year))
                .map(draft -> texts.of("start.now.writing", Integer.toString(draft.year())))
                .orElse(null);
    }

    private static LocalDate day(Instant moment) {
        return moment.atZone(ZoneId.systemDefault()).toLocalDate();
    }

    private static StartPage.Happening happening(LocalDate day, String title, String href, String sentence) {
        return new StartPage.Happening(
                day.toString(),
                Integer.toString(day.getDayOfMonth()),
                MONTH.format(day) + " " + day.getYear(),
                title,
                href,
                sentence);
    }

    private Drawing lap(LocalDate today) {
        List<Lap.Part> parts = IntStream.range(0, PARTS.length)
                .mapToObj(i -> new Lap.Part(texts.of("start.lap." + (i + 1)), PARTS[i][0], PARTS[i][1]))
                .toList();
        int now = part(today);
        String summary = texts.of("start.lap.summary", DAY.format(today), now + 1, texts.of("start.lap." + (now + 1)));
        return new Lap(new Caption("aretsvarv", texts.of("start.lap"), summary), parts, today).render(Size.of(256));
    }

    private List<StartPage.Step> steps(LocalDate today) {
        return IntStream.range(0, PARTS.length)
                .mapToObj(i -> new StartPage.Step(
                        texts.of("start.lap." + (i + 1)),
                        texts.of("start.lap." + (i + 1) + ".months"),
                        i == part(today)))
                .toList();
    }

    private static int part(LocalDate today) {
        return IntStream.range(0, PARTS.length)
                .filter(i -> today.getMonthValue() <= PARTS[i][1])
                .findFirst()
                .orElseThrow();
    }
}
