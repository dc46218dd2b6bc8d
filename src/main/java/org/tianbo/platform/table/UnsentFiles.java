package org.tianbo.platform.table;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.ref.Cleaner;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * Files that are written to disk before their first byte is sent: a file is whole or there is none. So many are written
 * at once; ten times as many lie on disk while they are sent, so that a slow line keeps nobody from writing, and slow
 * lines without end do not fill the disk.
 */
public final class UnsentFiles {

    private static final int SENT_FOR_EACH_WRITTEN = 10;
    private static final Cleaner FORGOTTEN = Cleaner.create();

    private final String kind;
    private final Semaphore writing;
    private final Semaphore onDisk;

    /**
     * @param kind says what is in them; a word of letters
     * @param atOnce how many are written at once
     */
    public UnsentFiles(String kind, int atOnce) {
        this.kind = kind;
        this.writing = new Semaphore(atOnce);
        this.onDisk = new Semaphore(atOnce * SENT_FOR_EACH_WRITTEN);
    }

    /** How a file comes to be. */
    public interface Content {
        void write(Path file) throws IOException;
    }

    /**
     * A file, written whole.
     *
     * @param busy the fault while as many as may be are being written or sent
     * @return the file; it is gone, and its place on disk free, when the stream is closed
     */
    public InputStream whole(Content content, Supplier<? extends RuntimeException> busy) {
        take(onDisk, busy);
        InputStream file = null;
        try {
            file = written(content, busy);
            return new Sent(file, onDisk);
        } finally {
            if (file == null) {
                onDisk.release();
            }
        }
    }

    private InputStream written(Content content, Supplier<? extends RuntimeException> busy) {
        take(writing, busy);
        try {
            Path file = UnsentFile.create(kind);
            try {
                content.write(file);
                return Files.newInputStream(file, StandardOpenOption.DELETE_ON_CLOSE);
            } catch (IOException | RuntimeException failed) {
                Files.deleteIfExists(file);
                throw failed;
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } finally {
            writing.release();
        }
    }

    private static void take(Semaphore places, Supplier<? extends RuntimeException> busy) {
        if (!places.tryAcquire()) {
            throw busy.get();
        }
    }

    /** Frees its place when it is closed, however often that is, and where nobody closes it, once nobody has it. */
    private static final class Sent extends FilterInputStream {

        private final Cleaner.Cleanable place;

        Sent(InputStream file, Semaphore places) {
            super(file);
            this.place = FORGOTTEN.register(this, new Place(file, places));
        }

        @Override
        public void close() {
            place.clean();
        }
    }

    private record Place(InputStream file, Semaphore places) implements Runnable {

        @Override
        public void run() {
            try {
                file.close();
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            } finally {
                places.release();
            }
        }
    }
}
