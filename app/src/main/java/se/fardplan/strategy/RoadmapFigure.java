package se.fardplan.strategy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import se.fardplan.Texts;
import se.fardplan.charts.Caption;
import se.fardplan.charts.Drawing;
import se.fardplan.charts.Roadmap;
import se.fardplan.charts.Size;
import se.fardplan.organisation.Source;
import se.fardplan.sheets.Cell;
import se.fardplan.sheets.Sheet;

/** The roadmap as a picture with today's position, and everything that must stand beside it (kartan). */
record RoadmapFigure(Drawing wide, Drawing phone, Sheet sheet) {

    /** @param today where on the way the picture puts us, by the calendar alone */
    static RoadmapFigure of(Strategy strategy, List<Stretch> stretches, LocalDate today, Texts texts) {
        String here = stretches.stream()
                .filter(stretch -> stretch.isUnderWay(today))
                .map(Stretch::name)
                .findFirst()
                .orElse("");
        String title = here.isEmpty()
                ? texts.of("roadmap.map.titleOutside")
                : texts.of("roadmap.map.title", here.substring(0, 1).toLowerCase(Texts.SWEDISH) + here.substring(1));
        Roadmap map = new Roadmap(
                Caption.of("fardplanen", title),
                strategy.vision(),
                ContentsPage.day(today),
                stretches.stream()
                        .map(stretch -> new Roadmap.Part(stretch.name(), stretch.shown(), progress(stretch, today)))
                        .toList());
        return new RoadmapFigure(map.render(Size.full()), map.render(Size.phone()), sheet(stretches, today, texts));
    }

    byte[] svg() {
        return wide.svg().getBytes(StandardCharsets.UTF_8);
    }

    private static Roadmap.Progress progress(Stretch stretch, LocalDate today) {
        if (stretch.isOver(today)) {
            return Roadmap.Progress.DONE;
        }
        return stretch.isUnderWay(today) ? Roadmap.Progress.HERE : Roadmap.Progress.LEFT;
    }

    private static Sheet sheet(List<Stretch> stretches, LocalDate today, Texts texts) {
        Source source = stretches.getFirst().sources().getFirst();
        return new Sheet(
                texts.of("roadmap.map.table"),
                List.of(
                        Sheet.Column.text(texts.of("roadmap.map.stretch")),
                        Sheet.Column.text(texts.of("roadmap.map.time")),
                        Sheet.Column.text(texts.of("roadmap.map.state"))),
                stretches.stream()
                        .map(stretch -> List.<Cell>of(
                                new Cell.Text(stretch.name()),
                                new Cell.Text(stretch.shown()),
                                new Cell.Text(texts.of("roadmap.map." + progress(stretch, today)))))
                        .toList(),
                texts.of("sources.from", source.title()));
    }
}
