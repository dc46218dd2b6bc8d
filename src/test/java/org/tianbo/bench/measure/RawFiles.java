package org.tianbo.bench.measure;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** The floor of a chunk's acknowledgement: the same bytes made durable in a file, with no server around it. */
public final class RawFiles {

    private RawFiles() {}

    public static double perSecond(Path folder, byte[] bytes, int writers, int seconds)
            throws IOException, InterruptedException {
        Files.createDirectories(folder);
        ExecutorService threads = Executors.newFixedThreadPool(writers);
        long deadline = System.nanoTime() + seconds * 1_000_000_000L;
        List<Future<Long>> counts = new ArrayList<>();
        for (int index = 0; index < writers; index++) {
            String name = "writer-" + index + "-";
            counts.add(threads.submit(() -> writeUntil(deadline, folder, name, bytes)));
        }
        threads.shutdown();
        long sum = 0;
        for (Future<Long> count : counts) {
            try {
                sum += count.get();
            } catch (ExecutionException failed) {
                throw new IOException("The raw files could not be written", failed);
            }
        }
        return (double) sum / seconds;
    }

    private static long writeUntil(long deadline, Path folder, String name, byte[] bytes) throws IOException {
        long written = 0;
        while (System.nanoTime() < deadline) {
            Path temporary = folder.resolve(name + written + ".part");
            try (FileChannel file =
                    FileChannel.open(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                file.write(ByteBuffer.wrap(bytes));
                file.force(true);
            }
            Files.move(temporary, folder.resolve(name + written), StandardCopyOption.ATOMIC_MOVE);
            try (FileChannel directory = FileChannel.open(folder, StandardOpenOption.READ)) {
                directory.force(true);
            }
            written++;
        }
        return written;
    }
}
