package se.fardplan;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;

/**
 * Templates to HTML (sidor): a view name such as {@code reports/start} is the template of that path, which gets the
 * model's values and {@link Hall} as {@code hall}.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class Pages {

    @Bean
    TemplateEngine templates() {
        TemplateEngine engine =
                TemplateEngine.createPrecompiled(null, ContentType.Html, Pages.class.getClassLoader(), "se.fardplan");
        engine.setTrimControlStructures(true);
        return engine;
    }

    @Bean
    ViewResolver templateViews(
            TemplateEngine templates,
            Texts texts,
            ObjectProvider<Sign> sign,
            ObjectProvider<Visitor> visitor,
            Assets assets) {
        return new TemplateViews(templates, texts, sign, visitor, assets);
    }

    /** A door without a sign yet: no county loaded. */
    private record BlankSign(String countyName, boolean demo) implements Sign {}

    /** An open visitor, where nobody can log in. */
    private record OpenVisitor(@Nullable String name, boolean mayWrite) implements Visitor {}

    /** Knows the templates; leaves every other name, {@code redirect:} among them, to the resolvers after it. */
    private record TemplateViews(
            TemplateEngine templates,
            Texts texts,
            ObjectProvider<Sign> sign,
            ObjectProvider<Visitor> visitor,
            Assets assets)
            implements ViewResolver, Ordered {

        @Override
        public @Nullable View resolveViewName(String name, Locale locale) {
            String template = name + ".jte";
            return templates.hasTemplate(template) ? new TemplateView(this, template) : null;
        }

        @Override
        public int getOrder() {
            return Ordered.HIGHEST_PRECEDENCE;
        }
    }

    private record TemplateView(TemplateViews views, String template) implements View {

        @Override
        public String getContentType() {
            return "text/html;charset=UTF-8";
        }

        @Override
        public void render(@Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
                throws Exception {
            Map<String, Object> values = new HashMap<>(model == null ? Map.of() : model);
            values.put("hall", hall(request));
            Utf8ByteOutput output = new Utf8ByteOutput();
            views.templates().render(template, values, output);
            response.setContentType(getContentType());
            response.setContentLength(output.getContentLength());
            output.writeTo(response.getOutputStream());
        }

        private Hall hall(HttpServletRequest request) {
            CsrfToken token = needsToken(request) ? (CsrfToken) request.getAttribute(CsrfToken.class.getName()) : null;
            return new Hall(
                    views.texts(),
                    views.sign().getIfAvailable(() -> new BlankSign("", false)),
                    views.visitor().getIfAvailable(() -> new OpenVisitor(null, false)),
                    views.assets(),
                    request.getRequestURI(),
                    token == null ? null : token.getParameterName(),
                    token == null ? null : token.getToken());
        }

        /** Asking for a token sets a cookie, so an open page without a form never asks. */
        private static boolean needsToken(HttpServletRequest request) {
            return request.getSession(false) != null
                    || OpenForm.isMarked(request)
                    || request.getRequestURI().equals("/logga-in");
        }
    }
}
