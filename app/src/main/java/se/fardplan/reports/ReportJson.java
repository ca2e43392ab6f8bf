package se.fardplan.reports;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * A report as one JSON text, the form in which a frozen year is kept (kanonisk form).
 *
 * <p>The same report always gives the same bytes: names in alphabetical order, no white space.
 */
final class ReportJson {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .disable(MapperFeature.SORT_CREATOR_PROPERTIES_FIRST)
            .disable(SerializationFeature.INDENT_OUTPUT)
            .build();

    private ReportJson() {}

    static String write(Report report) {
        return MAPPER.writeValueAsString(report);
    }

    static Report read(String json) {
        return MAPPER.readValue(json, Report.class);
    }

    /** SHA-256 of the text in UTF-8, 64 hexadecimal digits. */
    static String sha256(String json) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(json.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
