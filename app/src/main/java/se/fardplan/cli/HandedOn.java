package se.fardplan.cli;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * Hands each piece that is written on to a thread that writes it (överlämning); small pieces want a buffer before. The database is read while what came
 * before is compressed. Closing waits until everything is written, and tells what went wrong; the stream behind stays open.
 */
final class HandedOn extends OutputStream {

    private static final int MOST_AHEAD = 8;
    private static final byte[] END = {};

    private final BlockingQueue<byte[]> pieces = new ArrayBlockingQueue<>(MOST_AHEAD);
    private final FutureTask<Boolean> writing;

    HandedOn(OutputStream out) {
        writing = new FutureTask<>(() -> writeTo(out));
        Thread.ofPlatform().name("handed-on").daemon().start(writing);
    }

    private boolean writeTo(OutputStream out) throws IOException, InterruptedException {
        Exception problem = null;
        for (byte[] next = pieces.take(); next != END; next = pieces.take()) {
            try {
                if (problem == null) {
                    out.write(next);
                }
            } catch (IOException | RuntimeException e) {
                // Taken on to the end, so that whoever writes never waits for room.
                problem = e;
            }
        }
        switch (problem) {
            case null -> {
                return true;
            }
            case IOException told -> throw told;
            default -> throw new IOException(problem);
        }
    }

    @Override
    public void write(int single) throws IOException {
        write(new byte[] {(byte) single}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        hand(Arrays.copyOfRange(bytes, from, from + length));
    }

    @Override
    public void close() throws IOException {
        hand(END);
        try {
            writing.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException problem ? problem : new IOException(e.getCause());
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    private void hand(byte[] full) throws IOException {
        try {
            pieces.put(full);
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    private static IOException interrupted() {
        Thread.currentThread().interrupt();
        return new InterruptedIOException();
    }
}
