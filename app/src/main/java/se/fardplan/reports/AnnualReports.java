package se.fardplan.reports;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.fardplan.HouseTime;
import se.fardplan.NotFound;
import se.fardplan.Refusal;
import se.fardplan.access.Access;
import se.fardplan.access.Act;
import se.fardplan.access.CurrentUser;
import se.fardplan.indicators.Indicators;
import se.fardplan.indicators.Vintage;
import se.fardplan.reports.Analysis.Saving;
import se.fardplan.reports.AnnualReport.Deed;
import se.fardplan.reports.AnnualReport.Draft;
import se.fardplan.reports.AnnualReport.Frozen;

/** The annual reports: their texts, their freezing, and their three forms (årsrapporter). */
@Service
public class AnnualReports {

    /** The first year that a report can be about. */
    private static final int FIRST_YEAR = 2000;

    private final AnnualReportStore store;
    private final AnnualComposer composer;
    private final Indicators indicators;
    private final AnnualTexts texts;
    private final Access access;
    private final Clock clock;

    AnnualReports(
            AnnualReportStore store,
            AnnualComposer composer,
            Indicators indicators,
            AnnualTexts texts,
            Access access,
            Clock clock) {
        this.store = store;
        this.composer = composer;
        this.indicators = indicators;
        this.texts = texts;
        this.access = access;
        this.clock = clock;
    }

    /** The same reports at another moment, for examples; without transactions of its own. */
    AnnualReports at(Instant moment) {
        return new AnnualReports(store, composer, indicators, texts, access, Clock.fixed(moment, HouseTime.SWEDEN));
    }

    /** A form of the report (filformat). */
    public enum Format {
        HTML("text/html;charset=UTF-8"),
        PDF("application/pdf"),
        DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document");

        private final String mediaType;

        Format(String mediaType) {
            this.mediaType = mediaType;
        }

        String mediaType() {
            return mediaType;
        }
    }

    /**
     * Writes the report of {@code year} to {@code file}; a frozen one as it was frozen, else a draft marked as such.
     *
     * <p>The file is complete or untouched.
     */
    public void write(int year, Format format, Path file) throws IOException {
        Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent());
        Path half = Files.createTempFile(folder, file.getFileName().toString(), ".part");
        try {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(half))) {
                write(year, format, out);
            }
            Files.move(half, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(half);
        }
    }

    void write(int year, Format format, OutputStream out) throws IOException {
        Report report = read(year);
        LocalDate day = dayOf(year);
        switch (format) {
            case HTML -> out.write(ReportHtml.standalone(report).getBytes(StandardCharsets.UTF_8));
            case PDF -> ReportPdf.write(report, day, out);
            case DOCX -> ReportWord.write(report, day, out);
        }
    }

    /** The years with a report of their own, and the two that one may now be written for, the latest first. */
    List<AnnualReport> list() {
        int now = LocalDate.now(clock).getYear();
        List<AnnualReport> written = store.list();
        return java.util.stream.Stream.concat(
                        written.stream(),
                        java.util.stream.Stream.of(now, now - 1)
                                .filter(year -> written.stream().noneMatch(report -> report.year() == year))
                                .map(Draft::new))
                .sorted(java.util.Comparator.comparingInt(AnnualReport::year).reversed())
                .toList();
    }

    /** The report's state; a year that nobody has written in yet is a draft. */
    AnnualReport get(int year) {
        if (year < FIRST_YEAR || year > LocalDate.now(clock).getYear()) {
            throw new NotFound("annual report " + year);
        }
        return store.find(year).orElseGet(() -> new Draft(year));
    }

    /** The content: as frozen, or as it would be frozen now. */
    Report read(int year) {
        return switch (get(year)) {
            case Draft draft -> compose(year, indicators.findLatestVintage());
            case Frozen frozen -> stored(frozen);
        };
    }

    /** What the report of {@code year} would be made of now. */
    AnnualMaterial material(int year) {
        get(year);
        return composer.material(year, indicators.findLatestVintage().orElse(null), store.listLatestTexts(year));
    }

    /** The sections, in order. */
    List<AnnualOutline.Slot> slots(int year) {
        get(year);
        return composer.slots();
    }

    private Report compose(int year, Optional<Vintage> vintage) {
        return composer.compose(year, vintage.orElse(null), store.listLatestTexts(year));
    }

    private Report stored(Frozen frozen) {
        String model = store.findModel(frozen.year()).orElseThrow();
        if (!ReportJson.sha256(model).equals(frozen.sha256())) {
            throw new IllegalStateException(
                    "the frozen report of %d no longer has the hash %s".formatted(frozen.year(), frozen.sha256()));
        }
        return ReportJson.read(model);
    }

    /** The day that the files are dated: the day of freezing, for a draft today. */
    private LocalDate dayOf(int year) {
        return switch (get(year)) {
            case Draft draft -> LocalDate.now(clock);
            case Frozen frozen -> LocalDate.ofInstant(frozen.frozenAt(), clock.getZone());
        };
    }

    /** The latest text of {@code section}; version 0 when nobody has written there. */
    Analysis getText(int year, String section) {
        return store.listVersions(year, section).stream().findFirst().orElseGet(() -> Analysis.none(section));
    }

    /** Every version, the latest first. */
    List<Analysis> listVersions(int year, String section) {
        return store.listVersions(year, section);
    }

    /**
     * Saves a text as a new version.
     *
     * @param base the version the writer began with; if another stands now, nothing is saved and both are handed back
     */
    @Transactional
    public Saving save(CurrentUser by, int year, String section, int base, String text) {
        access.demand(by, Act.WRITE_ANALYSIS, null);
        get(year);
        if (composer.slots().stream()
                .noneMatch(slot -> slot.written() && slot.anchor().equals(section))) {
            throw new NotFound("section " + section);
        }
        String kept = text.replace("\r\n", "\n").strip();
        if (kept.length() > Analysis.LONGEST) {
            throw new Refusal("REP-003", Integer.toString(kept.length()), Integer.toString(Analysis.LONGEST));
        }
        String missing = ReportGlyphs.missing(kept);
        if (!missing.isEmpty()) {
            throw new Refusal("REP-007", missing);
        }
        demand(store.lock(year), Deed.WRITE);
        Analysis standing = getText(year, section);
        if (standing.text().equals(kept)) {
            return new Saving.Unchanged(standing);
        }
        if (standing.version() != base) {
            Analysis began = listVersions(year, section).stream()
                    .filter(version -> version.version() == base)
                    .findFirst()
                    .orElseGet(() -> Analysis.none(section));
            return new Saving.Collision(began, standing, kept);
        }
        Analysis saved = new Analysis(
                section,
                standing.version() + 1,
                kept,
                by.name(),
                clock.instant().truncatedTo(ChronoUnit.MICROS));
        store.add(year, saved);
        access.record(
                by,
                "report.analysis-written",
                "report/%d/%s".formatted(year, section),
                "version %d, %d tecken".formatted(saved.version(), kept.length()));
        return new Saving.Saved(saved);
    }

    /**
     * Freezes the report: from now on the same words and figures, whatever is imported later.
     *
     * @param vintage the number of the vintage that the one who freezes has looked at
     */
    @Transactional
    public void freeze(CurrentUser by, int year, long vintage) {
        access.demand(by, Act.FREEZE_REPORT, null);
        get(year);
        demand(store.lock(year), Deed.FREEZE);
        Vintage latest = indicators.findLatestVintage().orElseThrow(() -> new Refusal("REP-004"));
        if (latest.number() != vintage) {
            throw new Refusal("REP-005", Long.toString(vintage), Long.toString(latest.number()));
        }
        String model = ReportJson.write(compose(year, Optional.of(latest)).asDraft(false));
        Frozen frozen = new Frozen(
                year,
                latest.number(),
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                by.name(),
                ReportJson.sha256(model));
        store.freeze(frozen, model);
        texts.publish(year);
        access.record(
                by,
                "report.frozen",
                "report/" + year,
                "årgång %d, sha256 %s".formatted(frozen.vintage(), frozen.sha256()));
    }

    private static void demand(AnnualReport report, Deed deed) {
        String refusal = report.forbids(deed);
        if (!refusal.isEmpty()) {
            throw new Refusal(refusal, Integer.toString(report.year()));
        }
    }
}
