package org.tianbo.bench.phone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tianbo.bench.measure.Calls;
import org.tianbo.bench.measure.PhoneClip;
import org.tianbo.bench.measure.RawFiles;
import org.tianbo.bench.measure.Results;
import org.tianbo.testsupport.program.PackagedApplication;

/**
 * Twenty-four hours of recordings as phones send them, as fast as they are taken, and what is left of them in the
 * application's heap after each hour. Each hour is an attempt that is deleted again, so that the disk holds one.
 */
final class DayOfUploads {

    private static final int HOURS = 24;
    private static final int CHUNKS_AN_HOUR = RecordingBench.BRIEF ? 40 : 3600 / PhoneClip.CHUNK_SECONDS;
    private static final int AT_ONCE = 4;
    private static final int FLOOR_SECONDS = 5;

    /** Each generation, or the whole heap, however this release of Java names it. */
    private static final Pattern USED = Pattern.compile("\\btotal \\d+K, used (\\d+)K");

    private final Calls calls;
    private final Results results;
    private final PackagedApplication application;
    private final Path folder;

    DayOfUploads(Calls calls, Results results, PackagedApplication application, Path folder) throws IOException {
        this.calls = calls;
        this.results = results;
        this.application = application;
        this.folder = Files.createDirectories(folder);
    }

    void run() throws IOException, InterruptedException {
        PhoneClip clip = PhoneClip.of(folder, 20);
        double floor = RawFiles.perSecond(
                folder.resolve("raw-files"), clip.chunks().get(1).bytes(), AT_ONCE, FLOOR_SECONDS);
        results.add("raw files of a chunk's bytes, " + AT_ONCE + " at once", floor, "/s");
        List<Double> heaps = new ArrayList<>();
        long began = System.nanoTime();
        ExecutorService phones = Executors.newFixedThreadPool(AT_ONCE);
        try {
            for (int hour = 0; hour < HOURS; hour++) {
                upload(clip, phones);
                heaps.add(usedHeapMegabytes());
            }
        } finally {
            phones.shutdownNow();
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        results.add(
                "24 hours of recordings uploaded, chunks", HOURS * CHUNKS_AN_HOUR / seconds, "/s", "raw files", floor);
        results.add("heap in use after one hour of them", heaps.get(0), "MB");
        results.add("heap in use after 24 hours of them", heaps.get(HOURS - 1), "MB", "after one", heaps.get(0));
        results.add(
                "heap in use, the most after any hour",
                heaps.stream().mapToDouble(heap -> heap).max().orElseThrow(),
                "MB");
    }

    private void upload(PhoneClip clip, ExecutorService phones) throws IOException, InterruptedException {
        String token = calls.token();
        String attempt = calls.longRehearsal(token);
        List<Future<Void>> sent = new ArrayList<>();
        for (int lane = 0; lane < AT_ONCE; lane++) {
            int first = lane;
            sent.add(phones.submit(() -> {
                for (int seq = first; seq < CHUNKS_AN_HOUR; seq += AT_ONCE) {
                    calls.chunk(
                            token,
                            attempt,
                            seq,
                            "video/mp4",
                            clip.chunks().get(seq % clip.chunks().size()));
                }
                return null;
            }));
        }
        for (Future<Void> lane : sent) {
            try {
                lane.get();
            } catch (ExecutionException refused) {
                throw new IOException("A chunk was not taken", refused.getCause());
            }
        }
        calls.delete(token, attempt);
    }

    /** What is still in use after everything unused was collected. */
    private double usedHeapMegabytes() throws IOException, InterruptedException {
        jcmd("GC.run");
        String info = jcmd("GC.heap_info");
        Matcher used = USED.matcher(info);
        double kilobytes = 0;
        while (used.find()) {
            kilobytes += Double.parseDouble(used.group(1));
        }
        if (kilobytes == 0) {
            throw new IOException("Nothing is told of the heap: " + info);
        }
        return kilobytes / 1024;
    }

    private String jcmd(String command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                        Long.toString(application.pid()),
                        command)
                .redirectErrorStream(true)
                .start();
        String out = new String(process.getInputStream().readAllBytes());
        if (process.waitFor() != 0) {
            throw new IOException(out);
        }
        return out;
    }
}
