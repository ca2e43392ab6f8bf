package se.fardplan;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.MDC;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@PagesTest
class RequestIdsPagesTests {

    @Autowired
    MockMvcTester pages;

    private static String reference(MvcTestResult answer) {
        return String.valueOf(answer.getResponse().getHeader(RequestIds.HEADER));
    }

    @Test
    void keepsWhatTheProxyHasGiven() {
        MvcTestResult answer = pages.get()
                .uri("/om")
                .header(RequestIds.HEADER, "0d6f1c9a-7b1e-4a52")
                .exchange();
        assertThat(reference(answer)).isEqualTo("0d6f1c9a-7b1e-4a52");
        assertThat(MDC.get("requestId")).isEqualTo("0d6f1c9a-7b1e-4a52");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "kort", "med blanksteg i", "rad\nbruten-rad", "<script>alert(1)</script>", "anna@example.se"
            })
    void makesOneWhereWhatWasGivenIsNone(String given) {
        MvcTestResult answer =
                pages.get().uri("/om").header(RequestIds.HEADER, given).exchange();
        assertThat(reference(answer)).matches("[0-9a-f]{16}");
    }

    @Test
    void standsOnThePageThatTellsOfAnError() {
        MvcTestResult page = pages.get().uri("/enheter/finns-inte").exchange();
        assertThat(new String(page.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8))
                .contains("Ange referens " + reference(page));
        MvcTestResult api = pages.get()
                .uri("/error")
                .with(request -> {
                    request.setDispatcherType(DispatcherType.ERROR);
                    return request;
                })
                .requestAttr(RequestDispatcher.ERROR_STATUS_CODE, 500)
                .requestAttr(RequestDispatcher.ERROR_REQUEST_URI, "/api/v1/x")
                .exchange();
        assertThat(api).hasStatus(500).bodyText().contains("\"reference\":\"" + reference(api) + "\"");
    }
}
