package se.fardplan.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** What is handed on comes out as it went in, and what goes wrong behind is told in front. */
class HandedOnTests {

    @Property(tries = 50)
    void everyByteComesOutInItsOrder(
            @ForAll @IntRange(min = 0, max = 3_000_000) int size,
            @ForAll @IntRange(min = 1, max = 600_000) int step,
            @ForAll long seed)
            throws IOException {
        byte[] bytes = new byte[size];
        new Random(seed).nextBytes(bytes);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OutputStream in = new BufferedOutputStream(new HandedOn(out), 1 << 18)) {
            for (int from = 0; from < size; from += step) {
                in.write(bytes, from, Math.min(step, size - from));
            }
        }
        assertThat(out.toByteArray()).isEqualTo(bytes);
    }

    @Test
    void aFaultBehindIsToldAndHoldsUpNobody() throws IOException {
        OutputStream faulty = new OutputStream() {
            @Override
            public void write(int single) {
                throw new IllegalStateException("a fault");
            }
        };
        HandedOn in = new HandedOn(faulty);
        for (int piece = 0; piece < 100; piece++) {
            in.write(new byte[1000]);
        }
        assertThatThrownBy(in::close).isInstanceOf(IOException.class).hasRootCauseMessage("a fault");
    }

    @Test
    void aFullDiskIsToldAndHoldsUpNobody() throws IOException {
        OutputStream full = new OutputStream() {
            @Override
            public void write(int single) throws IOException {
                throw new IOException("No space left on device");
            }
        };
        HandedOn in = new HandedOn(full);
        for (int piece = 0; piece < 100; piece++) {
            in.write(new byte[1000]);
        }
        assertThatThrownBy(in::close).isInstanceOf(IOException.class).hasMessage("No space left on device");
    }
}
