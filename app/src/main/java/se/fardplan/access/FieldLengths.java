package se.fardplan.access;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import se.fardplan.Texts;

/**
 * How long each field of a form may be (fältlängder). What is longer reaches no endpoint: nothing is saved, and what was
 * written is shown, to be copied and cut.
 */
@Component
@ConditionalOnWebApplication
class FieldLengths implements HandlerInterceptor {

    /** For a field that is not named below, in characters. */
    static final int ONE_LINE = 200;

    /** For what stands in an address, which the container limits as a whole. */
    private static final int IN_ADDRESS = 2_000;

    /** A room that says how long a text may be says it first, with the form still filled in. */
    private static final int LONG_TEXT = 60_000;

    /** What such a room takes, and what is told. */
    private static final int TEXT = 20_000;

    /** For a few sentences. */
    private static final int PARAGRAPH = 4_000;

    private static final Map<String, Integer> LONGEST = Map.ofEntries(
            Map.entry("epost", 254),
            Map.entry("kalla", 500),
            Map.entry("reference", 500),
            Map.entry("andraNamn", PARAGRAPH),
            Map.entry("andra", PARAGRAPH),
            Map.entry("sammanhang", PARAGRAPH),
            Map.entry("ingress", PARAGRAPH),
            Map.entry("vilka", PARAGRAPH),
            Map.entry("hur", PARAGRAPH),
            Map.entry("avVem", PARAGRAPH),
            Map.entry("foljsUpp", PARAGRAPH),
            Map.entry("varfor", PARAGRAPH),
            Map.entry("kommentar", PARAGRAPH),
            Map.entry("behov", PARAGRAPH),
            Map.entry("malomraden", PARAGRAPH),
            Map.entry("gjort", PARAGRAPH),
            Map.entry("resultat", PARAGRAPH),
            Map.entry("lardomar", PARAGRAPH),
            Map.entry("framgang", PARAGRAPH),
            Map.entry("utmaningar", PARAGRAPH),
            Map.entry("gorOm", PARAGRAPH),
            Map.entry("fortgar", PARAGRAPH),
            Map.entry("hinder", PARAGRAPH),
            Map.entry("tror", 400),
            Map.entry("prov", PARAGRAPH),
            Map.entry("lardom", PARAGRAPH),
            Map.entry("avsikt", PARAGRAPH),
            Map.entry("medverkande", PARAGRAPH),
            Map.entry("aterkommer", PARAGRAPH),
            Map.entry("forslag", PARAGRAPH),
            Map.entry("beslutat", PARAGRAPH),
            Map.entry("laget", PARAGRAPH),
            Map.entry("slutsats", PARAGRAPH),
            Map.entry("utfallet", PARAGRAPH),
            Map.entry("aterkoppling", PARAGRAPH),
            Map.entry("insikter", PARAGRAPH),
            Map.entry("andringar", PARAGRAPH),
            Map.entry("svaret", PARAGRAPH),
            Map.entry("osaker", 300),
            Map.entry("lank", 500),
            Map.entry("ord", PARAGRAPH),
            Map.entry("lydelse", PARAGRAPH),
            Map.entry("inriktning", PARAGRAPH),
            Map.entry("prioriteringar", PARAGRAPH),
            Map.entry("behoven", PARAGRAPH),
            Map.entry("politiskt", PARAGRAPH),
            Map.entry("beslutet", PARAGRAPH),
            Map.entry("syfte", PARAGRAPH),
            Map.entry("deltagare", PARAGRAPH),
            Map.entry("analys", PARAGRAPH),
            Map.entry("budskap", PARAGRAPH),
            Map.entry("kanaler", PARAGRAPH),
            Map.entry("ansvariga", PARAGRAPH),
            Map.entry("malgrupp", PARAGRAPH),
            Map.entry("genomfort", PARAGRAPH),
            Map.entry("text", LONG_TEXT),
            // What a browser and its authenticator answer.
            Map.entry("svar", LONG_TEXT),
            Map.entry("nyckel", LONG_TEXT),
            Map.entry("vidare", IN_ADDRESS),
            Map.entry(Kept.PARAMETER, IN_ADDRESS));

    private final Interruptions interruptions;
    private final Texts texts;

    FieldLengths(Interruptions interruptions, Texts texts) {
        this.interruptions = interruptions;
        this.texts = texts;
    }

    /** In characters, for a form that is sent. */
    static int longest(String field) {
        // What a login carries on for another form is as long as it was there.
        String prefix = Kept.PARAMETER + ".";
        String name = field.startsWith(prefix) ? field.substring(prefix.length()) : field;
        return LONGEST.getOrDefault(name, ONE_LINE);
    }

    /** What the sentence says of a field that is longer than {@link #longest}. */
    static int told(String field) {
        return field.equals("text") ? TEXT : longest(field);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException, ServletException {
        if (request.getDispatcherType() == DispatcherType.ERROR) {
            return true;
        }
        boolean sent = !Interruptions.isRead(request);
        for (Map.Entry<String, String[]> field : request.getParameterMap().entrySet()) {
            int longest = sent ? longest(field.getKey()) : IN_ADDRESS;
            for (String value : field.getValue()) {
                if (value != null && value.length() > longest) {
                    String name = texts.find("field." + field.getKey()).orElseGet(() -> shortened(field.getKey()));
                    interruptions.tooLong(
                            texts.of("unsent.too-long", name, value.length(), sent ? told(field.getKey()) : longest),
                            request,
                            response);
                    return false;
                }
            }
        }
        return true;
    }

    private static String shortened(String name) {
        return name.length() <= 40 ? name : name.substring(0, 40) + "…";
    }
}
