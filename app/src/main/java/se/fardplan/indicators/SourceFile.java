package se.fardplan.indicators;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import se.fardplan.Refusal;

/**
 * A file to import (fil att läsa in).
 *
 * @param number its place among the files of the run, from 1
 */
record SourceFile(int number, Path path) {

    private static final Pattern DAY =
            Pattern.compile("(?<!\\d)(20\\d\\d)-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])(?!\\d)");
    private static final Pattern MONTH = Pattern.compile("(?<!\\d)(20\\d\\d)-(0[1-9]|1[0-2])(?!\\d|-\\d\\d(?!\\d))");

    /** As the one who imports named it. */
    String name() {
        return path.toString();
    }

    /**
     * The date in the file's name: a day as it is, of a month alone its first day. The first is the cautious one: the
     * figures are at least that new, and a value still awaiting its final publication stays marked as preliminary.
     */
    Optional<LocalDate> findDate() {
        String file = path.getFileName().toString();
        Matcher day = DAY.matcher(file);
        if (day.find()) {
            int year = Integer.parseInt(day.group(1));
            YearMonth month = YearMonth.of(year, Integer.parseInt(day.group(2)));
            int dayOfMonth = Integer.parseInt(day.group(3));
            if (month.isValidDay(dayOfMonth)) {
                return Optional.of(month.atDay(dayOfMonth));
            }
        }
        Matcher month = MONTH.matcher(file);
        return month.find()
                ? Optional.of(YearMonth.of(Integer.parseInt(month.group(1)), Integer.parseInt(month.group(2)))
                        .atDay(1))
                : Optional.empty();
    }

    /** Opens it; {@code percent} hears how much has been read, at most once a second. */
    InputStream open(IntConsumer percent) {
        try {
            if (!Files.isRegularFile(path)) {
                throw new Refusal("KOL-001", name());
            }
            return new Counted(new BufferedInputStream(Files.newInputStream(path), 1 << 16), Files.size(path), percent);
        } catch (IOException e) {
            throw new Refusal("KOL-001", name());
        }
    }

    private static final class Counted extends FilterInputStream {

        private static final long SECOND = 1_000_000_000;

        private final long size;
        private final IntConsumer percent;
        private long read;
        private long told = System.nanoTime();

        Counted(InputStream in, long size, IntConsumer percent) {
            super(in);
            this.size = size;
            this.percent = percent;
        }

        @Override
        public int read() throws IOException {
            int one = super.read();
            count(one < 0 ? 0 : 1);
            return one;
        }

        @Override
        public int read(byte[] to, int offset, int length) throws IOException {
            int some = super.read(to, offset, length);
            count(Math.max(some, 0));
            return some;
        }

        private void count(int more) {
            read += more;
            long now = System.nanoTime();
            if (now - told >= SECOND && size > 0) {
                told = now;
                percent.accept((int) (read * 100 / size));
            }
        }
    }
}
