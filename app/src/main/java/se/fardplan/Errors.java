package se.fardplan;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.sql.SQLException;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Everything that goes wrong, told in Swedish (fel): a page for a reader, problem details (RFC 9457) under {@code /api}. */
@Controller
@ControllerAdvice
@ConditionalOnWebApplication
class Errors implements ErrorController {

    /** The statuses that have a sentence of their own. */
    private static final Set<Integer> TOLD = Set.of(400, 403, 404, 405, 406, 413, 415, 429, 503, 507);

    /** PostgreSQL's {@code disk_full}. */
    private static final String DISK_FULL = "53100";

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH.mm");

    private final Texts texts;

    Errors(Texts texts) {
        this.texts = texts;
    }

    @RequestMapping("/error")
    Object error(HttpServletRequest request, HttpServletResponse response) {
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        Object path = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        int code = status instanceof Integer number ? number : 404;
        HttpStatus trouble = trouble(request.getAttribute(RequestDispatcher.ERROR_EXCEPTION));
        return answer(
                told(trouble == null ? code : trouble.value(), request), path == null ? "" : path.toString(), response);
    }

    @ExceptionHandler
    Object refused(Refusal refusal, HttpServletRequest request, HttpServletResponse response) {
        boolean forbidden = refusal.code().startsWith("ACC-001");
        ErrorPage page = new ErrorPage(
                (forbidden ? HttpStatus.FORBIDDEN : HttpStatus.UNPROCESSABLE_CONTENT).value(),
                texts.of("error.refused.title"),
                texts.of(refusal),
                texts.of("error.refused.advice"),
                refusal.code(),
                RequestIds.of(request));
        return answer(page, request.getRequestURI(), response);
    }

    @ExceptionHandler
    Object notFound(NotFound missing, HttpServletRequest request, HttpServletResponse response) {
        return answer(told(HttpStatus.NOT_FOUND.value(), request), request.getRequestURI(), response);
    }

    @ExceptionHandler({DataAccessResourceFailureException.class, TransactionException.class})
    Object databaseInTrouble(Exception problem, HttpServletRequest request, HttpServletResponse response) {
        HttpStatus trouble = Objects.requireNonNullElse(trouble(problem), HttpStatus.SERVICE_UNAVAILABLE);
        return answer(told(trouble.value(), request), request.getRequestURI(), response);
    }

    /**
     * What ails the database, null when nothing: its disk is full, or it is away. What is thrown in a filter, or while a page
     * is drawn, comes as an error request and in wrappings.
     */
    private static @Nullable HttpStatus trouble(@Nullable Object failure) {
        if (!(failure instanceof Throwable thrown)) {
            return null;
        }
        List<Throwable> causes = Stream.iterate(thrown, cause -> cause != null, Throwable::getCause)
                .limit(50)
                .toList();
        if (causes.stream()
                .anyMatch(cause -> cause instanceof SQLException sql && DISK_FULL.equals(sql.getSQLState()))) {
            return HttpStatus.INSUFFICIENT_STORAGE;
        }
        boolean gone = causes.stream()
                .anyMatch(cause ->
                        cause instanceof DataAccessResourceFailureException || cause instanceof TransactionException);
        return gone ? HttpStatus.SERVICE_UNAVAILABLE : null;
    }

    private ErrorPage told(int status, HttpServletRequest request) {
        String key = "error." + (TOLD.contains(status) ? String.valueOf(status) : status < 500 ? "4xx" : "5xx");
        return new ErrorPage(
                status,
                texts.of(key + ".title"),
                texts.of(key + ".sentence"),
                texts.of(key + ".advice", LocalTime.now(HouseTime.SWEDEN).format(CLOCK)),
                null,
                RequestIds.of(request));
    }

    private static Object answer(ErrorPage page, String path, HttpServletResponse response) {
        HttpStatus status = HttpStatus.valueOf(page.status());
        if (path.startsWith("/api/")) {
            return ResponseEntity.status(status)
                    .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .body(problem(page, status, path));
        }
        response.setStatus(page.status());
        ModelAndView view = new ModelAndView("error", "page", page);
        view.setStatus(status);
        return view;
    }

    private static ProblemDetail problem(ErrorPage page, HttpStatus status, String path) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, page.sentence() + " " + page.advice());
        problem.setTitle(page.title());
        problem.setInstance(URI.create(path));
        if (page.code() != null) {
            problem.setProperty("code", page.code());
        }
        if (page.reference() != null) {
            problem.setProperty("reference", page.reference());
        }
        return problem;
    }
}
