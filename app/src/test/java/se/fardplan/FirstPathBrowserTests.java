package se.fardplan;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.fardplan.cli.DemoServer;

/** The first path: 40 units and 60 people from Excel, the invitation in the mail, a password, and one's own desk. */
class FirstPathBrowserTests {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final Pattern LINK = Pattern.compile("http://localhost:\\d+(/valkommen/[\\w-]+)");
    private static final String PASSWORD = "tre gröna cyklar vid Siljan";

    private static GreenMail mail;
    private static DemoServer server;

    @BeforeAll
    static void open() {
        mail = new GreenMail(ServerSetup.SMTP.dynamicPort());
        mail.start();
        server = DemoServer.start(
                "dalarna",
                Demo.AS_OF,
                Map.of(
                        "spring.mail.host",
                        "127.0.0.1",
                        "spring.mail.port",
                        mail.getSmtp().getPort(),
                        "fardplan.mail.from",
                        "fardplan@dalarna.example"));
    }

    @AfterAll
    static void close() {
        mail.stop();
    }

    /** Whoever comes second, with a link that was forwarded, is told so. */
    @BadDay
    @Proves("R252")
    void leadsFromTwoFilesToOnesOwnDesk() throws Exception {
        try (BrowserContext window = Browser.window(server.address(), 1280, 900)) {
            Page page = window.newPage();
            Demo.logIn(page, Demo.account("Länsadministratör"));
            send(page, "/enheter/inlasning", "enheter.xlsx", units());
            assertThat(page.locator("main").innerText()).contains("40 nya");
            Demo.submit(page, "main form button[type=submit]");
            assertThat(page.locator("h1").innerText()).isEqualTo("Enheterna är sparade");

            send(page, "/personer/inlasning", "personer.xlsx", people());
            assertThat(page.locator("main").innerText()).contains("60 nya");
            assertThat(mail.getReceivedMessages()).isEmpty();
            Demo.submit(page, "main form button[type=submit]");
            assertThat(page.locator("h1").innerText()).startsWith("Personerna är sparade");
        }
        assertThat(mail.waitForIncomingEmail(30_000, 60)).isTrue();
        String path = link("person7@orsa.example");

        try (BrowserContext window = Browser.window(server.address(), 390, 844)) {
            Page page = window.newPage();
            page.navigate(path);
            assertThat(page.locator("h1").innerText()).isEqualTo("Välkommen, Person Nummer 7");
            page.fill("#losenord", "kort");
            page.evaluate("document.querySelector('#losenord').removeAttribute('minlength')");
            Demo.submit(page, "main form button[type=submit]");
            assertThat(page.locator("[role=alert]").innerText()).contains("för kort");
            page.fill("#losenord", PASSWORD);
            Demo.submit(page, "main form button[type=submit]");
            assertThat(page.url()).endsWith("/att-gora");
            assertThat(page.locator("main").innerText()).contains("Enhetschef");
        }

        BadDay.Rows rows = BadDay.Rows.of(server.ask(JdbcClient.class));
        try (BrowserContext window = Browser.window(server.address(), 1280, 900)) {
            Page page = window.newPage();
            assertThat(page.navigate(path).status()).isEqualTo(410);
            assertThat(page.locator("h1").innerText()).isEqualTo("Länken gäller inte längre");
            rows.tell(
                    "leadsFromTwoFilesToOnesOwnDesk",
                    page.locator("main p").first().innerText(),
                    BadDay.Rows.of(server.ask(JdbcClient.class)));
        }
    }

    private static void send(Page page, String form, String name, byte[] file) {
        page.navigate(form);
        page.setInputFiles("#fil", new FilePayload(name, XLSX, file));
        Demo.submit(page, "main form button[type=submit]");
    }

    private static String link(String address) throws Exception {
        for (MimeMessage message : mail.getReceivedMessages()) {
            if (message.getAllRecipients()[0].toString().equals(address)) {
                Matcher link = LINK.matcher((String) message.getContent());
                assertThat(link.find()).as(GreenMailUtil.getBody(message)).isTrue();
                return link.group(1);
            }
        }
        throw new AssertionError("expected a mail to " + address + ", found none");
    }

    private static byte[] units() throws IOException {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("Kod", "Namn", "Typ", "Huvudman", "Överordnad enhet", "Ansvarig roll"));
        for (int number = 1; number <= 40; number++) {
            String parent = number % 4 == 1 ? "" : "enhet-" + (number - (number - 1) % 4);
            rows.add(List.of(
                    "enhet-" + number,
                    "Hemtjänst " + number,
                    number % 4 == 1 ? "Förvaltning" : "Hemtjänst",
                    number <= 20 ? "Orsa" : "Mora",
                    parent,
                    "Enhetschef"));
        }
        return file(rows);
    }

    private static byte[] people() throws IOException {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("E-postadress", "Namn", "Arbetar hos", "Roll", "Rollen gäller", "Enhet"));
        for (int number = 1; number <= 60; number++) {
            boolean manager = number <= 40;
            rows.add(List.of(
                    "person" + number + "@orsa.example",
                    "Person Nummer " + number,
                    number <= 20 ? "Orsa" : "Mora",
                    manager ? "Enhetschef" : "Förtroendevald",
                    number <= 20 ? "Orsa" : "Mora",
                    manager ? "enhet-" + number : ""));
        }
        return file(rows);
    }

    private static byte[] file(List<List<String>> rows) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(out, "Provning", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("Blad1");
            for (int row = 0; row < rows.size(); row++) {
                for (int column = 0; column < rows.get(row).size(); column++) {
                    sheet.value(row, column, rows.get(row).get(column));
                }
            }
        }
        return out.toByteArray();
    }
}
