package se.fardplan.database;

import org.flywaydb.core.api.logging.Log;
import org.flywaydb.core.api.logging.LogCreator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is said while migrations run (migreringarnas logg): errors alone. They run beside the start, before logging is set up,
 * and a command's answer must have no other lines in it; that they may come out of order is how rooms work.
 */
public final class MigrationLog implements LogCreator {

    @Override
    public Log createLogger(Class<?> type) {
        return new ErrorsAlone(LoggerFactory.getLogger(type));
    }

    private record ErrorsAlone(Logger logger) implements Log {

        @Override
        public void debug(String message) {}

        @Override
        public void info(String message) {}

        @Override
        public void warn(String message) {}

        @Override
        public void notice(String message) {}

        @Override
        public void error(String message) {
            logger.error(message);
        }

        @Override
        public void error(String message, Exception problem) {
            logger.error(message, problem);
        }
    }
}
