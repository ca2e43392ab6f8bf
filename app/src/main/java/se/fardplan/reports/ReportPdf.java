package se.fardplan.reports;

import com.openhtmltopdf.extend.FSCacheEx;
import com.openhtmltopdf.extend.FSCacheValue;
import com.openhtmltopdf.extend.FSStream;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.CacheStore;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.render.PageBox;
import com.openhtmltopdf.slf4j.Slf4jLogger;
import com.openhtmltopdf.svgsupport.BatikSVGDrawer;
import com.openhtmltopdf.util.XRLog;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.jspecify.annotations.Nullable;
import se.fardplan.writing.PageCount;

/** A report as PDF: tagged for screen readers (PDF/UA-1) and fit for the archive (PDF/A-3). */
final class ReportPdf {

    private static final byte[] SRGB =
            ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();
    private static final Map<String, byte[]> FONTS = new ConcurrentHashMap<>();
    private static final FSCacheEx<String, FSCacheValue> METRICS = new Metrics();

    /** Of running text in a plan, in px. */
    private static final int LINE_HEIGHT = 21;

    /** Every date in the metadata, after its opening tag. */
    private static final Pattern XMP_DATE = Pattern.compile("(<xmp:(?:Create|Modify|Metadata)Date>)[^<]+");

    static {
        XRLog.setLoggerImpl(new Slf4jLogger());
    }

    private ReportPdf() {}

    /** Writes the PDF; the same report and day give the same bytes. */
    static void write(Report report, LocalDate day, OutputStream out) throws IOException {
        PdfRendererBuilder builder = builder(report);
        builder.usePdfUaAccessibility(true);
        builder.usePdfAConformance(PdfAConformance.PDFA_3_A);
        builder.useColorProfile(SRGB);
        try (PdfBoxRenderer renderer = builder.buildPdfRenderer();
                PDDocument document = layOut(renderer)) {
            stopTheClock(document, day);
            document.save(out);
        }
    }

    /**
     * How the report comes out on paper, without writing it.
     *
     * @param most pages beside the cover that are wanted
     */
    static PageCount.Length measure(Report report, int most) {
        try (PdfBoxRenderer renderer = builder(report).buildPdfRenderer()) {
            renderer.layout();
            List<PageBox> pages = renderer.getRootBox().getLayer().getPages();
            int over = pages.size() - 1 > most && most > 0
                    ? renderer.getRootBox().getHeight() - pages.get(most + 1).getTop()
                    : 0;
            double line = LINE_HEIGHT * renderer.getSharedContext().getDotsPerPixel();
            return new PageCount.Length(pages.size() - 1, (int) Math.ceil(over / line));
        }
    }

    private static PdfRendererBuilder builder(Report report) {
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.useFastMode();
        builder.useSVGDrawer(new BatikSVGDrawer());
        builder.useCacheStore(CacheStore.PDF_FONT_METRICS, METRICS);
        builder.useProtocolsStreamImplementation(ReportPdf::open, "classpath");
        builder.withProducer(report.words().product());
        builder.withHtmlContent(ReportHtml.print(report), "classpath:/");
        return builder;
    }

    /** Without this the hour of writing would make each file differ from the last. */
    private static void stopTheClock(PDDocument document, LocalDate day) throws IOException {
        ZonedDateTime noon = day.atTime(LocalTime.NOON).atZone(ZoneOffset.UTC);
        document.getDocumentInformation().setCreationDate(GregorianCalendar.from(noon));
        document.getDocumentInformation().setModificationDate(GregorianCalendar.from(noon));
        document.setDocumentId(day.toEpochDay());
        PDMetadata metadata = document.getDocumentCatalog().getMetadata();
        String xmp = new String(metadata.toByteArray(), StandardCharsets.UTF_8);
        String dated = XMP_DATE.matcher(xmp).replaceAll("$1" + DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(noon));
        metadata.importXMPMetadata(dated.getBytes(StandardCharsets.UTF_8));
    }

    private static PDDocument layOut(PdfBoxRenderer renderer) throws IOException {
        renderer.layout();
        return renderer.createPDFKeepOpen();
    }

    private static FSStream open(String uri) {
        byte[] bytes = FONTS.computeIfAbsent(
                uri.substring("classpath:".length()), path -> withoutLigatures(ReportHtml.bytes(path)));
        return new FSStream() {
            @Override
            public InputStream getStream() {
                return new ByteArrayInputStream(bytes);
            }

            @Override
            public Reader getReader() {
                return new InputStreamReader(getStream(), StandardCharsets.UTF_8);
            }
        };
    }

    /**
     * The font with its substitutions hidden. A ligature such as the one for "ft" has no Unicode value: it would fall out
     * of every text that is copied, searched or read aloud.
     *
     * @param font TrueType: a 12-byte head, then 16 bytes for each table, the first four its name
     */
    private static byte[] withoutLigatures(byte[] font) {
        int tables = Byte.toUnsignedInt(font[4]) << 8 | Byte.toUnsignedInt(font[5]);
        for (int entry = 12; entry < 12 + 16 * tables; entry += 16) {
            if (new String(font, entry, 4, StandardCharsets.US_ASCII).equals("GSUB")) {
                font[entry] = 'X';
            }
        }
        return font;
    }

    /** Font metrics, read once for the life of the program. */
    private static final class Metrics implements FSCacheEx<String, FSCacheValue> {

        private final Map<String, FSCacheValue> kept = new ConcurrentHashMap<>();

        @Override
        public void put(String key, FSCacheValue value) {
            kept.put(key, value);
        }

        @Override
        public @Nullable FSCacheValue get(String key) {
            return kept.get(key);
        }

        @Override
        public FSCacheValue get(String key, Callable<? extends FSCacheValue> loader) {
            return kept.computeIfAbsent(key, unused -> {
                try {
                    return loader.call();
                } catch (Exception e) {
                    throw new IllegalStateException("no metrics for " + key, e);
                }
            });
        }
    }
}
