package se.fardplan.charts;

/** One chart drawn twice (bredder): for wide pages and for telephones; {@code widths.jte} shows the one that fits. */
public record Widths(Drawing wide, Drawing phone) {

    public static Widths of(Chart chart) {
        return new Widths(chart.render(Size.full()), chart.render(Size.phone()));
    }
}
