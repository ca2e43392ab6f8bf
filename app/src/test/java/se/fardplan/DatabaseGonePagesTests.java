package se.fardplan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.method.annotation.ExceptionHandlerMethodResolver;

@PagesTest
class DatabaseGonePagesTests {

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient rooms;

    @Autowired
    TestDatabase database;

    @Autowired
    MockMvcTester pages;

    /** The container sends what a filter or a template throws to the error page, in wrappings of its own. */
    @Test
    void isToldAsWhatItIsAlsoOutsideTheControllers() {
        assertThat(sentOn(new ServletException(new DataAccessResourceFailureException("gone"))))
                .hasStatus(503);
        assertThat(sentOn(new ServletException("another fault"))).hasStatus(500);
        SQLException full = new SQLException("could not extend file", "53100");
        assertThat(sentOn(new ServletException(new DataAccessResourceFailureException("full", full))))
                .hasStatus(507)
                .bodyText()
                .contains("Disken är full på servern");
    }

    private MvcTestResult sentOn(Throwable thrown) {
        return pages.get()
                .uri("/error")
                .with(request -> {
                    request.setDispatcherType(DispatcherType.ERROR);
                    return request;
                })
                .requestAttr(RequestDispatcher.ERROR_STATUS_CODE, 500)
                .requestAttr(RequestDispatcher.ERROR_EXCEPTION, thrown)
                .exchange();
    }

    /** The reader is told that the database is away, and not that something unexpected happened. */
    @Test
    void isToldAsWhatItIsAlsoInTheMiddleOfATransaction() {
        JdbcClient other = JdbcClient.create(database.dataSource());
        Throwable failure = catchThrowable(() -> transaction.executeWithoutResult(status -> {
            int process =
                    rooms.sql("select pg_backend_pid()").query(Integer.class).single();
            other.sql("select pg_terminate_backend(:process)")
                    .param("process", process)
                    .query(Boolean.class)
                    .single();
            rooms.sql("select 1").query(Integer.class).single();
        }));
        assertThat(new ExceptionHandlerMethodResolver(Errors.class).resolveMethodByThrowable(failure))
                .as(String.valueOf(failure))
                .isNotNull()
                .hasFieldOrPropertyWithValue("name", "databaseInTrouble");
    }
}
