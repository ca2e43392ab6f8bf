package se.fardplan.indicators;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import se.fardplan.Proves;
import se.fardplan.indicators.KoladaRow.Cell;

/** Whatever Kolada may say of a cell comes out of either shape as it went in. */
class KoladaShapesTests {

    @Property(tries = 300)
    @Proves("R139")
    void anyCellComesThroughTheSecondShape(@ForAll("cells") List<Cell> cells) {
        String items = String.join(
                ",\n",
                cells.stream()
                        .map(cell ->
                                "{\"kpi\":\"%s\",\"municipality\":\"%s\",\"period\":%d,\"values\":[{\"count\":1,\"gender\":\"%s\",\"status\":\"%s\",\"value\":%s%s}]}"
                                        .formatted(
                                                cell.indicator(),
                                                cell.area(),
                                                cell.year(),
                                                cell.sex(),
                                                status(cell),
                                                value(cell),
                                                cell.state() == State.REMOVED ? ",\"is_deleted\":true" : ""))
                        .toList());
        assertSame(cells, "{\"count\":%d,\"values\":[%s]}".formatted(cells.size(), items));
    }

    @Property(tries = 300)
    @Proves("R139")
    void anyCellComesThroughTheThirdShape(@ForAll("cells") List<Cell> cells) {
        String items = String.join(
                ",",
                cells.stream()
                        .map(cell ->
                                "{\"values\":[{\"value\":%s,\"isdeleted\":%s,\"status\":\"%s\",\"gender\":\"%s\",\"count\":0}],\"period\":\"%d\",\"municipality\":\"%s\",\"kpi\":\"%s\"}"
                                        .formatted(
                                                value(cell),
                                                cell.state() == State.REMOVED ? "1" : "false",
                                                status(cell),
                                                cell.sex(),
                                                cell.year(),
                                                cell.area(),
                                                cell.indicator()))
                        .toList());
        assertSame(
                cells,
                "{\"next_url\":null,\"values\":[%s],\"count\":%d,\"previous_url\":null}"
                        .formatted(items, cells.size()));
    }

    @Provide
    Arbitrary<List<Cell>> cells() {
        Arbitrary<String> indicators = Arbitraries.integers().between(0, 99999).map("N%05d"::formatted);
        Arbitrary<String> areas = Arbitraries.oneOf(
                Arbitraries.integers().between(0, 9999).map("%04d"::formatted),
                Arbitraries.integers().between(1, 999999).map("G%d"::formatted));
        return Combinators.combine(
                        indicators,
                        areas,
                        Arbitraries.integers().between(1970, 2030),
                        Arbitraries.of(Sex.class),
                        Arbitraries.bigDecimals()
                                .between(new BigDecimal("-1000000"), new BigDecimal("100000000"))
                                .ofScale(12),
                        Arbitraries.of(State.class))
                .as((indicator, area, year, sex, value, state) -> new Cell(
                        indicator,
                        area,
                        year,
                        sex,
                        state == State.PUBLISHED || state == State.UNCERTAIN ? value : null,
                        state))
                .list()
                .ofMinSize(1)
                .ofMaxSize(20);
    }

    private static String status(Cell cell) {
        return switch (cell.state()) {
            case PUBLISHED, NOT_PUBLISHED, REMOVED -> "";
            case MISSING, UNCERTAIN -> "Missing";
            case SUPPRESSED -> "Privacy";
            case NOT_APPLICABLE -> "Not applicable";
        };
    }

    private static String value(Cell cell) {
        return cell.value() == null ? "null" : cell.value().toPlainString();
    }

    private static void assertSame(List<Cell> cells, String json) {
        List<KoladaRow> read = new ArrayList<>();
        KoladaAnswer.read("fil.json", new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)), read::add);
        assertThat(read).isEqualTo(cells);
    }
}
