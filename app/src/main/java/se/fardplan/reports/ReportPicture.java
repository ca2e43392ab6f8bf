package se.fardplan.reports;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Graphics2D;
import java.awt.GraphicsEnvironment;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.apache.batik.anim.dom.SAXSVGDocumentFactory;
import org.apache.batik.bridge.BridgeContext;
import org.apache.batik.bridge.GVTBuilder;
import org.apache.batik.bridge.UserAgentAdapter;
import org.apache.batik.gvt.GraphicsNode;
import org.w3c.dom.Document;

/** A drawing as dots, for Word (bild): PNG at twice its size, on white. */
final class ReportPicture {

    private static final int SCALE = 2;

    /** Pictures kept for the next time the same report is asked for; some 30 kB each. */
    private static final int MOST_KEPT = 200;

    private static final Map<String, byte[]> KEPT = Collections.synchronizedMap(new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, byte[]> eldest) {
            return size() > MOST_KEPT;
        }
    });

    static {
        for (String file : List.of(
                "SourceSans3_400Regular.ttf",
                "SourceSans3_600SemiBold.ttf",
                "SourceSans3_700Bold.ttf",
                "SourceSerif4_600SemiBold.ttf")) {
            register("/fonts/" + file);
        }
    }

    private ReportPicture() {}

    /** @param svg a whole element; {@code width} and {@code height} its size in px */
    static byte[] png(String svg, int width, int height) {
        byte[] kept = KEPT.get(svg);
        if (kept == null) {
            kept = draw(svg, width, height);
            KEPT.put(svg, kept);
        }
        return kept;
    }

    private static byte[] draw(String svg, int width, int height) {
        try {
            BufferedImage image = new BufferedImage(width * SCALE, height * SCALE, BufferedImage.TYPE_INT_RGB);
            Graphics2D graphics = image.createGraphics();
            try {
                graphics.setColor(Color.WHITE);
                graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
                graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
                graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
                graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
                graphics.scale(SCALE, SCALE);
                nodes(ReportSvg.faced(svg)).paint(graphics);
            } finally {
                graphics.dispose();
            }
            return compress(image);
        } catch (IOException e) {
            throw new UncheckedIOException("the drawing cannot be turned into a picture", e);
        }
    }

    private static GraphicsNode nodes(String svg) throws IOException {
        Document document = new SAXSVGDocumentFactory(null).createDocument("file:/drawing.svg", new StringReader(svg));
        BridgeContext context = new BridgeContext(new UserAgentAdapter());
        return new GVTBuilder().build(context, document);
    }

    private static byte[] compress(BufferedImage image) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
        ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 16);
        try (ImageOutputStream to = ImageIO.createImageOutputStream(out)) {
            writer.setOutput(to);
            ImageWriteParam how = writer.getDefaultWriteParam();
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionQuality(0.7f);
            writer.write(null, new IIOImage(image, null, null), how);
        } finally {
            writer.dispose();
        }
        return out.toByteArray();
    }

    private static void register(String path) {
        try {
            Font font = Font.createFont(Font.TRUETYPE_FONT, new ByteArrayInputStream(ReportHtml.bytes(path)));
            GraphicsEnvironment.getLocalGraphicsEnvironment().registerFont(font);
        } catch (FontFormatException | IOException e) {
            throw new IllegalStateException("the font " + path + " cannot be read", e);
        }
    }
}
