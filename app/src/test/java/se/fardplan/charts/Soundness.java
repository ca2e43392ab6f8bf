package se.fardplan.charts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** What every drawing owes its reader, whatever the data. */
final class Soundness {

    private static final List<String> FORBIDDEN = List.of(
            "style=", "class=", "dominant-baseline", "paint-order", "var(", "<pattern", "<script", "NaN", "Infinity");

    private Soundness() {}

    static void check(Drawing drawing) {
        Element svg = parse(drawing.svg()).getDocumentElement();
        assertThat(FORBIDDEN).noneMatch(drawing.svg().replaceAll(">[^<]*<|\"[^\"]* [^\"]*\"", "")::contains);
        accessible(svg, drawing);
        texts(svg.getElementsByTagName("text"), drawing);
        labels(drawing);
    }

    static Document parse(String svg) {
        try {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(svg)));
        } catch (Exception e) {
            throw new AssertionError("Not well-formed: " + svg, e);
        }
    }

    private static void accessible(Element svg, Drawing drawing) {
        assertThat(svg.getAttribute("role")).isEqualTo("img");
        assertThat(svg.getAttribute("alt")).isNotBlank();
        assertThat(drawing.summary()).isNotBlank();
        Element title = (Element) svg.getElementsByTagName("title").item(0);
        Element desc = (Element) svg.getElementsByTagName("desc").item(0);
        assertThat(desc.getTextContent()).isNotBlank();
        assertThat(svg.getAttribute("aria-labelledby"))
                .isEqualTo(title.getAttribute("id") + " " + desc.getAttribute("id"));
        assertThat(svg.getAttribute("viewBox")).isEqualTo("0 0 " + drawing.width() + " " + drawing.height());
    }

    private static void texts(NodeList texts, Drawing drawing) {
        assertThat(texts.getLength()).isEqualTo(drawing.labels().size());
        for (int i = 0; i < texts.getLength(); i++) {
            Element text = (Element) texts.item(i);
            assertThat(Double.parseDouble(text.getAttribute("font-size"))).isGreaterThanOrEqualTo(16);
            assertThat(text.getAttribute("font-family")).startsWith("'Source S");
        }
    }

    private static void labels(Drawing drawing) {
        List<Box> labels = drawing.labels();
        for (int i = 0; i < labels.size(); i++) {
            Box box = labels.get(i);
            assertThat(box.fontSize()).isGreaterThanOrEqualTo(16);
            assertThat(box.x() >= -0.01
                            && box.y() >= -0.01
                            && box.x() + box.width() <= drawing.width() + 0.01
                            && box.y() + box.height() <= drawing.height() + 0.01)
                    .as("%s is cut by the edge of %s × %s", box, drawing.width(), drawing.height())
                    .isTrue();
            for (Box other : labels.subList(0, i)) {
                assertThat(box.overlaps(other)).as("%s lies on %s", box, other).isFalse();
            }
        }
    }
}
