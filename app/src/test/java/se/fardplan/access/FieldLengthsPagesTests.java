package se.fardplan.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import se.fardplan.PagesTest;
import se.fardplan.Texts;

/** No endpoint takes a field that is longer than it may be. */
@PagesTest
@TestPropertySource(properties = "fardplan.test=field-lengths")
class FieldLengthsPagesTests {

    private static final Pattern VARIABLE = Pattern.compile("\\{\\w+(?::((?:[^{}]|\\{[^{}]*})*))?}");
    private static final List<String> SAMPLES =
            List.of("00000000-0000-4000-8000-000000000000", "2026", "KF03", "vision", "xlsx", "x");
    private static final Pattern TYPED = Pattern.compile(
            "<(?:input(?![^>]*type=\"(?:hidden|radio|checkbox|date|month|file)\")|textarea)\\b[^>]*?\\bname=\"(\\w+)\"");
    private static final Pattern LIMITED = Pattern.compile("name=\"(\\w+)\"[^>]*? maxlength=\"(\\d+)\"");

    @Autowired
    MockMvcTester pages;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping endpoints;

    @Autowired
    Texts texts;

    @Autowired
    JdbcClient database;

    /** An endpoint that takes a form, with the fields it reads. */
    private record Door(String address, List<String> fields) {}

    private List<Door> doors() {
        List<Door> doors = new ArrayList<>();
        endpoints.getHandlerMethods().forEach((mapping, method) -> {
            if (mapping.getMethodsCondition().getMethods().contains(RequestMethod.POST)) {
                mapping.getPatternValues().forEach(path -> doors.add(new Door(filled(path), fields(method))));
            }
        });
        return doors;
    }

    private static String filled(String path) {
        return VARIABLE.matcher(path)
                .replaceAll((MatchResult variable) -> SAMPLES.stream()
                        .filter(sample -> variable.group(1) == null || sample.matches(variable.group(1)))
                        .findFirst()
                        .orElseThrow(() -> new AssertionError("no sample for " + path)));
    }

    private static List<String> fields(HandlerMethod method) {
        DefaultParameterNameDiscoverer names = new DefaultParameterNameDiscoverer();
        return Arrays.stream(method.getMethodParameters())
                .peek(parameter -> parameter.initParameterNameDiscovery(names))
                .flatMap(FieldLengthsPagesTests::fields)
                .toList();
    }

    private static Stream<String> fields(MethodParameter parameter) {
        RequestParam asked = parameter.getParameterAnnotation(RequestParam.class);
        if (asked != null && parameter.getParameterType() == String.class) {
            return Stream.of(
                    asked.name().isEmpty() ? Objects.requireNonNull(parameter.getParameterName()) : asked.name());
        }
        return parameter.hasParameterAnnotation(ModelAttribute.class)
                ? Arrays.stream(parameter.getParameterType().getRecordComponents())
                        .map(component -> component.getName())
                : Stream.of();
    }

    /** A program that reads the answer must be able to, whatever the field was called. */
    @Test
    void answersAProgramInJsonWhateverTheFieldIsCalled() {
        assertThat(pages.get()
                        .uri("/api/v1/indicators/N00941/observations")
                        .param("a\"b\\c", "ö".repeat(2001))
                        .exchange())
                .hasStatus(422)
                .bodyJson()
                .extractingPath("$.error")
                .asString()
                .contains("a\"b\\c");
    }

    @Test
    void areKeptAtEveryEndpointThatTakesAForm() {
        List<Door> doors = doors();
        assertThat(doors).hasSizeGreaterThan(30);
        CurrentUser.Grant[] all = Arrays.stream(Role.values())
                .flatMap(role -> Stream.of(new CurrentUser.Grant(role, null), new CurrentUser.Grant(role, "2080")))
                .toArray(CurrentUser.Grant[]::new);
        long before = entries();
        for (Door door : doors) {
            Stream.concat(door.fields().stream(), Stream.of("okant")).forEach(field -> {
                int longest = FieldLengths.longest(field);
                assertThat(pages.post()
                                .uri(door.address())
                                .param(field, "ö".repeat(longest + 1))
                                .with(Someone.as(all))
                                .with(csrf())
                                .exchange())
                        .as(door.address() + " " + field)
                        .hasStatus(422)
                        .bodyText()
                        .contains(
                                name(field),
                                "och högst "
                                        + NumberFormat.getInstance(Texts.SWEDISH)
                                                .format(FieldLengths.told(field)) + " får plats");
            });
        }
        assertThat(entries()).isEqualTo(before);
    }

    private String name(String field) {
        return "Fältet ”" + texts.find("field." + field).orElse(field) + "” är för långt";
    }

    private long entries() {
        return database.sql("select count(*) from access.audit_entry")
                .query(Long.class)
                .single();
    }

    @Test
    void showWhatWasWrittenButNoPassword() {
        assertThat(pages.post()
                        .uri("/logga-in")
                        .param("epost", "x".repeat(255))
                        .param("losenord", "sju hemliga ord i rad")
                        .with(csrf())
                        .exchange())
                .hasStatus(422)
                .bodyText()
                .contains("x".repeat(255) + "</textarea>")
                .doesNotContain("hemliga");
    }

    @Test
    void holdForAddressesToo() {
        assertThat(pages.get().uri("/sok").param("fraga", "x".repeat(2_001))).hasStatus(422);
        assertThat(pages.get().uri("/sok").param("fraga", "x".repeat(201))).hasStatusOk();
    }

    /** Every field that someone types in is called in the sentence what the page calls it, and cut by the browser first. */
    @Test
    void areTheTemplatesOwn() throws IOException {
        Path rooms = Path.of(System.getProperty("fardplan.home"), "app/src/main/java/se/fardplan");
        try (Stream<Path> files = Files.walk(rooms)) {
            files.filter(file -> file.toString().endsWith(".jte")).forEach(file -> {
                String template = read(file);
                Matcher typed = TYPED.matcher(template);
                while (typed.find()) {
                    assertThat(texts.find("field." + typed.group(1)))
                            .as(file + " " + typed.group(1))
                            .isPresent();
                }
                Matcher limited = LIMITED.matcher(template);
                while (limited.find()) {
                    assertThat(Integer.parseInt(limited.group(2)))
                            .as(file + " " + limited.group(1))
                            .isLessThanOrEqualTo(FieldLengths.longest(limited.group(1)));
                }
            });
        }
        assertThat(Set.of("losenord", "gammalt", "nytt"))
                .allMatch(field -> FieldLengths.longest(field) == FieldLengths.ONE_LINE);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }
}
