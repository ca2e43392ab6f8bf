package se.fardplan.access;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.function.support.RouterFunctionMapping;
import org.springframework.web.servlet.handler.AbstractUrlHandlerMapping;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;
import se.fardplan.PagesTest;

/**
 * Who gets through which door (behörighetsmatrisen): every endpoint of the running application stands in
 * {@code access-matrix.csv}, and every cell of it is tried.
 *
 * <p>Cells: {@code allow} the endpoint is reached; {@code login} the way to the login, or 401; {@code deny} 403;
 * {@code none} there is no such page. A role bound to an organisation is held for one.
 *
 * <p>After adding an endpoint: {@code mvn -o -q test -pl app -Dtest=AccessMatrixTests -Dfardplan.write=true} writes the
 * file anew from what the application does; read the difference before committing it.
 */
@PagesTest
@Import(AccessMatrixTests.StopAtTheDoor.class)
class AccessMatrixTests {

    private static final Path FILE =
            Path.of(System.getProperty("fardplan.home"), "app/src/test/resources/access-matrix.csv");
    private static final Pattern VARIABLE = Pattern.compile("\\{(\\*?\\w+)(?::((?:[^{}]|\\{[^{}]*})+))?}");
    private static final List<String> SAMPLES = List.of(
            "x", "2025", "7", "2080", "KF01", "U20462", "a-b", "csv", "html", "00000000-0000-4000-8000-000000000001");
    private static final int REACHED = 299;

    @Autowired
    MockMvcTester pages;

    @Autowired
    ObjectProvider<HandlerMapping> mappings;

    /** Endpoints answer nothing here but that they were reached: trying a door must change nothing behind it. */
    @TestConfiguration
    static class StopAtTheDoor {

        @Bean
        WebMvcConfigurer stop() {
            return new WebMvcConfigurer() {
                @Override
                public void addInterceptors(InterceptorRegistry interceptors) {
                    interceptors.addInterceptor(new HandlerInterceptor() {
                        @Override
                        public boolean preHandle(
                                HttpServletRequest request, HttpServletResponse response, Object handler) {
                            response.setStatus(REACHED);
                            return false;
                        }
                    });
                }
            };
        }
    }

    /** One who tries a door; no role means a visitor who has not logged in. */
    private record Column(String name, List<CurrentUser.Grant> grants, boolean loggedIn) {

        static List<Column> all() {
            Stream<Column> roles = Arrays.stream(Role.values())
                    .map(role -> new Column(
                            role.name(),
                            List.of(new CurrentUser.Grant(role, role.isForOneOrganisation() ? "2080" : null)),
                            true));
            return Stream.concat(
                            Stream.of(new Column("PUBLIC", List.of(), false), new Column("NO_ROLE", List.of(), true)),
                            roles)
                    .toList();
        }
    }

    @Test
    void opensEachDoorToThoseTheMatrixNames() throws IOException {
        List<String> actual = new ArrayList<>();
        actual.add("endpoint;" + Column.all().stream().map(Column::name).collect(Collectors.joining(";")));
        endpoints()
                .forEach((endpoint, method) -> actual.add(endpoint + ";"
                        + Column.all().stream()
                                .map(column -> tried(endpoint.substring(endpoint.indexOf(' ') + 1), method, column))
                                .collect(Collectors.joining(";"))));
        if (Boolean.getBoolean("fardplan.write")) {
            Files.write(FILE, actual);
        }
        assertThat(actual).containsExactlyElementsOf(Files.readAllLines(FILE));
    }

    /** Every endpoint as {@code GET /path}, with the method to try it by. */
    private Map<String, HttpMethod> endpoints() {
        Map<String, HttpMethod> endpoints = new TreeMap<>();
        mappings.orderedStream().forEach(mapping -> {
            switch (mapping) {
                case RequestMappingInfoHandlerMapping methods ->
                    methods.getHandlerMethods().keySet().forEach(info -> add(info, endpoints));
                case AbstractUrlHandlerMapping urls ->
                    urls.getHandlerMap().keySet().forEach(pattern -> endpoints.put("FILE " + pattern, HttpMethod.GET));
                case RouterFunctionMapping functions ->
                    assertThat(functions.getRouterFunction()).isNull();
                default -> throw new AssertionError("a kind of mapping that the matrix cannot list: " + mapping);
            }
        });
        return endpoints;
    }

    private static void add(RequestMappingInfo info, Map<String, HttpMethod> endpoints) {
        for (String pattern : info.getPatternValues()) {
            if (info.getMethodsCondition().getMethods().isEmpty()) {
                endpoints.put("ANY " + pattern, HttpMethod.GET);
            }
            for (RequestMethod method : info.getMethodsCondition().getMethods()) {
                endpoints.put(method + " " + pattern, method.asHttpMethod());
            }
        }
    }

    private String tried(String pattern, HttpMethod method, Column column) {
        var request = pages.perform(org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request(
                        method, sample(pattern))
                .with(SecurityMockMvcRequestPostProcessors.csrf())
                .with(
                        column.loggedIn()
                                ? Someone.as(column.grants().toArray(CurrentUser.Grant[]::new))
                                : same -> same));
        return cell(request);
    }

    private static String cell(MvcTestResult answer) {
        int status = answer.getResponse().getStatus();
        String location = Objects.requireNonNullElse(answer.getResponse().getRedirectedUrl(), "");
        return switch (status) {
            case REACHED -> "allow";
            case 401 -> "login";
            case 302 -> location.startsWith("/logga-in") ? "login" : "to " + location;
            case 403 -> "deny";
            case 404 -> "none";
            default -> Integer.toString(status);
        };
    }

    /** A path that the pattern fits. */
    private static String sample(String pattern) {
        String path = VARIABLE.matcher(pattern)
                .replaceAll(variable -> Matcher.quoteReplacement(SAMPLES.stream()
                        .filter(sample -> variable.group(2) == null || sample.matches(variable.group(2)))
                        .findFirst()
                        .orElseThrow(() -> new AssertionError("no sample fits " + pattern + "; add one"))));
        return path.replace("**", "x").replace("*", "x");
    }
}
