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
 * Hands on what is written, in large pieces, to a thread that writes it (överlämning): the database is read while what came
 * before is compressed. Closing waits until everything is written, and tells what went wrong; the stream behind stays open.
 */
final class HandedOn extends OutputStream {

    private static final int PIECE = 1 << 18;
    private static final int MOST_AHEAD = 8;
    private static final byte[] END = {};

    private final BlockingQueue<byte[]> pieces = new ArrayBlockingQueue<>(MOST_AHEAD);
    private final FutureTask<Boolean> writing;
    private byte[] piece = new byte[PIECE];
    private int filled;

    HandedOn(OutputStream out) {
        writing = new FutureTask<>(() -> writeTo(out));
        Thread.ofPlatform().name("handed-on").daemon().start(writing);
    }

    private boolean writeTo(OutputStream out) throws IOException, InterruptedException {
        IOException problem = null;
        for (byte[] next = pieces.take(); next != END; next = pieces.take()) {
            try {
                if (problem == null) {
                    out.write(next);
                }
            } catch (IOException e) {
                // Taken on to the end, so that whoever writes never waits for room.
                problem = e;
            }
        }
        if (problem != null) {
            throw problem;
        }
        return true;
    }

    @Override
    public void write(int single) throws IOException {
        write(new byte[] {(byte) single}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        int at = from;
        int left = length;
        while (left > 0) {
            int part = Math.min(left, PIECE - filled);
            System.arraycopy(bytes, at, piece, filled, part);
            filled += part;
            at += part;
            left -= part;
            if (filled == PIECE) {
                hand(piece);
                piece = new byte[PIECE];
                filled = 0;
            }
        }
    }

    @Override
    public void close() throws IOException {
        hand(Arrays.copyOf(piece, filled));
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
