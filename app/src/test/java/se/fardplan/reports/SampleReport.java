package se.fardplan.reports;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import se.fardplan.charts.Glyph;
import se.fardplan.reports.Report.Part;
import se.fardplan.reports.Report.Section;
import se.fardplan.reports.ReportBlock.Bullets;
import se.fardplan.reports.ReportBlock.Cell;
import se.fardplan.reports.ReportBlock.Column;
import se.fardplan.reports.ReportBlock.Drawing;
import se.fardplan.reports.ReportBlock.Figure;
import se.fardplan.reports.ReportBlock.Heading;
import se.fardplan.reports.ReportBlock.Judgement;
import se.fardplan.reports.ReportBlock.Judgements;
import se.fardplan.reports.ReportBlock.Note;
import se.fardplan.reports.ReportBlock.Paragraph;
import se.fardplan.reports.ReportBlock.Table;
import se.fardplan.reports.ReportBlock.Tone;
import se.fardplan.reports.ReportBlock.Voice;

/** A report made up by hand, of every kind of block, so that the three forms can be tried without a database. */
final class SampleReport {

    static final LocalDate DAY = LocalDate.of(2026, 11, 22);

    private static final String TEXT =
            "Under året har länets huvudmän arbetat vidare med den gemensamma omställningen. Värdet är ett "
                    + "medelvärde för tre år och jämnar ut slumpen. Kodningen ändrades 2016, därför jämför vi inte åren före "
                    + "och efter. Det som ännu inte går att mäta sägs i klartext och räknas aldrig som noll.";

    private static final List<Judgement> JUDGED = List.of(
            new Judgement("Läge mot riket", Glyph.LEVEL, "I nivå med riket"),
            new Judgement("Avstånd till målet", Glyph.GOAL_NONE, "Målvärde saknas"),
            new Judgement("Riktning sedan 2020", Glyph.IMPROVES, "Förbättras"));

    private SampleReport() {}

    /** @param figures how many charts the sub-goals share; {@code organisations} get a passage each */
    static Report of(int figures, int organisations) {
        List<Section> summary = List.of(new Section("", "sammanfattning", "Läget i länet", 1, summary()));
        List<Section> main = new ArrayList<>();
        main.add(section("1", "inledning", "Inledning", 1, text(4)));
        main.add(section("2", "aret", "Året som gått", 1, text(2)));
        main.add(section("3", "systemledning", "Systemledning", 1, text(3)));
        main.add(section("4", "delmal", "Läget per delmål", 1, text(1)));
        for (int goal = 1; goal <= 5; goal++) {
            List<ReportBlock> blocks = new ArrayList<>(text(1));
            blocks.add(new Heading("Nyckeltal"));
            int from = figures * (goal - 1) / 5;
            int to = figures * goal / 5;
            IntStream.range(from, to).forEach(at -> blocks.add(figure(at)));
            blocks.add(new Heading("Samlad bedömning"));
            blocks.addAll(text(2));
            main.add(section("4." + goal, "delmal-" + goal, "Delmål " + goal, 2, blocks));
        }
        List<ReportBlock> local = new ArrayList<>(text(1));
        for (int at = 1; at <= organisations; at++) {
            local.add(new Heading("Kommun " + at));
            local.addAll(text(2));
        }
        main.add(section("5", "lokala", "Lokala planer", 1, local));
        List<Section> appendices = List.of(section("A", "bilaga-a", "Nyckeltalen", 1, List.of(wide(3 * figures))));
        return new Report(
                2025,
                "Dalarna",
                "Årsrapport 2025",
                "Så går omställningen till god och nära vård i Dalarna",
                "RSS Dalarna",
                new Report.Cut(3, DAY, "Årgång 3 av data, hämtad 2026-11-22"),
                true,
                true,
                new Drawing(drawing(), "Vägen från 2022 till 2030, vi är på 2025.", 650, 220),
                new Report.Words(
                        "Färdplan",
                        "Innehåll",
                        "Utkast",
                        "Exempeldata",
                        "Visa tabellen",
                        "Automatiskt skriven text",
                        "Sida",
                        "Årsrapport 2025, årgång 3",
                        Map.of(
                                Glyph.LEVEL,
                                "punkt på linjen",
                                Glyph.GOAL_NONE,
                                "streckad ring",
                                Glyph.IMPROVES,
                                "triangel uppåt")),
                List.of(
                        new Part("Sammanfattning", summary),
                        new Part("Rapporten", main),
                        new Part("Bilagor", appendices)));
    }

    private static List<ReportBlock> summary() {
        List<ReportBlock> blocks = new ArrayList<>();
        blocks.add(new Paragraph(Voice.LEAD, "Dalarna ligger i nivå med riket i tre av fem delmål."));
        blocks.add(new Paragraph(Voice.AUTOMATIC, "Värdet var 3\u00a0366,4 år 2024, 68,0 lägre än riket."));
        blocks.add(new Judgements(JUDGED));
        blocks.add(new Note(
                Tone.MISSING,
                "Självskattning",
                "Ingen självskattning finns än. Den kommer med verktyget Självskattning."));
        blocks.add(new Bullets(
                false,
                List.of("Besluta om målvärden.", "Ge de tre nyckeltal som väntar ett id.", "Fråga åter om ett år.")));
        blocks.add(new Table(
                "Delmålen och de tre verktygen",
                List.of(
                        new Column("Delmål", false, 2),
                        new Column("Nyckeltal", false, 2),
                        new Column("Självskattning", false, 2)),
                IntStream.rangeClosed(1, 5)
                        .mapToObj(goal -> List.of(
                                Cell.of("Delmål " + goal),
                                new Cell("Förbättras", Glyph.IMPROVES),
                                Cell.of("Inget rapporterat än")))
                        .toList(),
                ""));
        blocks.addAll(text(3));
        return blocks;
    }

    private static Section section(String number, String anchor, String title, int level, List<ReportBlock> blocks) {
        return new Section(number, anchor, title, level, blocks);
    }

    private static List<ReportBlock> text(int paragraphs) {
        return IntStream.range(0, paragraphs)
                .<ReportBlock>mapToObj(at -> new Paragraph(Voice.PLAIN, TEXT))
                .toList();
    }

    private static Figure figure(int at) {
        List<Column> columns = new ArrayList<>(List.of(new Column("Område", false, 2)));
        List<Cell> county = new ArrayList<>(List.of(Cell.of("Dalarna")));
        List<Cell> nation = new ArrayList<>(List.of(Cell.of("Riket")));
        for (int year = 2016; year <= 2024; year++) {
            columns.add(new Column(String.valueOf(year), true, 1));
            county.add(Cell.of("3\u00a0%d,%d".formatted(300 + at, year % 10)));
            nation.add(Cell.of("visas ej"));
        }
        return new Figure(
                "figur-" + at,
                "Fallskadorna bland äldre minskar och Dalarna ligger i nivå " + at,
                "Slutenvårdstillfällen per 100\u00a0000 invånare 65+, 3-årsmedelvärde",
                List.of(new Drawing(drawing(), "Fallskador 2016–2024: Dalarna sjunker.", 480, 162)),
                null,
                JUDGED,
                "Mellersta hälften av kommunerna",
                "Dalarna sjunker från 3\u00a0890 till 3\u00a0366,4. Riket sjunker från 3\u00a0720 till 3\u00a0434,4.",
                List.of(new Table("Fallskador", columns, List.of(county, nation), "")),
                "Källa: Kolada (U20462), årgång 3, hämtad 2026-11-22. Axeln börjar på 2\u00a0800.",
                true);
    }

    private static Table wide(int rows) {
        return new Table(
                "Alla nyckeltal",
                List.of(
                        new Column("Nyckeltal", false, 3),
                        new Column("Vad som mäts", false, 5),
                        new Column("Period", true, 1),
                        new Column("Dalarna", true, 1),
                        new Column("Riket", true, 1),
                        new Column("Osäkerhet", false, 2)),
                IntStream.range(0, rows)
                        .mapToObj(at -> List.of(
                                Cell.of("Nyckeltal " + at),
                                Cell.of(TEXT.substring(0, 110)),
                                Cell.of("2024"),
                                Cell.of("3\u00a0366,4"),
                                Cell.of("−68,0"),
                                Cell.of("osäkerhet okänd")))
                        .toList(),
                "Källa: Kolada.");
    }

    private static String drawing() {
        StringBuilder svg = new StringBuilder(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"650\" height=\"220\" viewBox=\"0 0 650 220\" alt=\"Fallskador 2016–2024: Dalarna sjunker.\" font-family=\"Source Sans 3\" font-size=\"16\" fill=\"#1b2630\">");
        for (int line = 0; line < 5; line++) {
            svg.append(String.format(
                    Locale.ROOT,
                    "<path d=\"M56 %1$dH500\" stroke=\"#d9d5ca\"/><text x=\"44\" y=\"%2$d\" text-anchor=\"end\">%3$d</text>",
                    10 + line * 46,
                    15 + line * 46,
                    4400 - line * 400));
        }
        return svg.append(
                        "<path d=\"M56 60L200 90L350 120L500 150\" fill=\"none\" stroke=\"#134b6e\" stroke-width=\"4\"/>")
                .append(
                        "<text x=\"510\" y=\"155\" font-family=\"'Source Sans 3'\" font-size=\"16\" font-weight=\"600\" fill=\"#134b6e\">Dalarna 3\u00a0366,4</text></svg>")
                .toString();
    }
}
