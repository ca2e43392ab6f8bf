package se.fardplan.guards;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateTextsTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<h1>${hall.text(\"a.title\")}</h1>",
                "@import se.fardplan.Hall\n@param Hall hall\n<p>${page.name()} – 2025 · 14 %&nbsp;</p>",
                "<div class=\"stor ruta\" id=\"innehall\" data-variant=\"primary\"></div>",
                "<img alt=\"${hall.text(\"a.alt\")}\" src=\"/bild.svg\">",
                "@if(page.open())<p>${hall.text(\"a\")}</p>@elseif(x.equals(\"Stor Text\"))<b>1</b>@else<i>${y}</i>@endif",
                "@for(Row row : page.rows())<td>${row.seq()}</td>@endfor",
                "@template.layout(hall = hall, title = hall.text(\"a\"), content = @`<p>${hall.text(\"b\")}</p>`)",
                "<p class=\"${big ? \"stor ruta\" : \"\"}\">${hall.text(big ? \"a.big\" : \"a.small\", 3)}</p>",
                "<%-- Här står en anmärkning --%><p></p>",
                "!{var x = page.rows().size();}<p>${x}</p>",
                "<meta name=\"viewport\" content=\"width=device-width\">",
                "<svg viewBox=\"0 0 1 1\"><path d=\"M0 0L1 1\"/></svg>",
                "<p>${hall.text(\"a\")} <code>GET /api</code></p>",
                "<input type=\"hidden\" name=\"a\" value=\"något\">"
            })
    void letsTextFromTheMessagesPass(String template) {
        assertThat(TemplateTexts.in(template)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<h1>Hej</h1>",
                "<p>${page.name()} år</p>",
                "<img alt=\"En bild\" src=\"/bild.svg\">",
                "<button aria-label='Stäng'></button>",
                "<input placeholder=\"Sök\">",
                "<input type=\"submit\" value=\"Spara\">",
                "<p>${page.open() ? \"Öppen\" : \"\"}</p>",
                "<p>${\"Läs mer\"}</p>",
                "@template.layout(hall = hall, title = \"Startsida\", content = @`<p></p>`)",
                "@template.layout(hall = hall, title = x, content = @`<p>Hej</p>`)",
                "@if(a)Ja @endif",
                "<title>Färdplan</title>",
                "<meta name=\"description\" content=\"En sida\">"
            })
    void findsTextThatStandsInTheTemplate(String template) {
        assertThat(TemplateTexts.in(template)).hasSize(1);
    }

    @Test
    void readsBlocksWithinBlocks() {
        assertThat(TemplateTexts.in("@template.a(x = @`<p>Ett</p>@template.b(y = @`<p>Två</p>`)`)"))
                .containsExactlyInAnyOrder("Ett", "Två");
    }
}
