package org.tianbo.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.bytedeco.ffmpeg.ffmpeg;
import org.bytedeco.javacpp.Loader;
import org.tianbo.testsupport.PackagedApplication;

/** Watching live: many viewers of one, and many at once. Each is over within a minute. */
final class LiveBench {

    private static final int VIEWERS = 500;
    private static final int HOSTS = 100;

    /** Until the machine has compiled what is called. */
    private static final int WARM_SECONDS = 10;

    private static final int SECONDS = 20;
    private static final int BY_HAND = 10;

    private final String site;
    private final Calls calls;
    private final Results results;
    private final Path folder;
    private final PhoneClip clip;

    LiveBench(String site, Calls calls, Results results, Path folder) throws IOException {
        this.site = site;
        this.calls = calls;
        this.results = results;
        this.folder = Files.createDirectories(folder);
        this.clip = PhoneClip.of(folder, WARM_SECONDS + SECONDS + 10);
    }

    void run(PackagedApplication application) throws IOException, InterruptedException {
        viewers(application);
        hosts();
    }

    private void viewers(PackagedApplication application) throws IOException, InterruptedException {
        LiveCalls live = new LiveCalls(site, calls);
        LiveCalls.Live first = live.begin();
        List<LiveCalls.Live> all = new ArrayList<>();
        for (int number = 0; number < VIEWERS; number++) {
            all.add(new LiveCalls.Live(first.attempt(), first.page(), live.open(first.page())));
        }
        Times segments;
        double grown;
        double cores;
        try (LiveViewers viewers = new LiveViewers(live)) {
            viewers.watch(all);
            CompletableFuture<Void> over = new LiveHosts(live, clip).sendOnly(first);
            seconds(WARM_SECONDS);
            double before = application.residentMegabytes();
            Processors processors = new Processors();
            viewers.measureAnew();
            seconds(SECONDS);
            segments = viewers.measured();
            cores = processors.cores();
            grown = application.residentMegabytes() - before;
            over.join();
        }
        double floor = asset(live, first.page()).p95();
        results.add("static asset, the same bytes a second, p95", floor, "ms");
        results.add("segment for " + VIEWERS + " viewers, p95", segments.p95(), "ms", "static asset", floor);
        results.add("segments sent", segments.count() / (double) SECONDS, "1/s");
        results.add("resident, grown meanwhile", grown, "MB");
        results.add("cores in all for " + VIEWERS + " viewers", cores, "cores");
    }

    private Times asset(LiveCalls live, String page) throws IOException, InterruptedException {
        String path = live.asset(page);
        double bytes = live.bytes(path).join().body().length;
        double segment = clip.chunks().get(1).length;
        try (LiveViewers viewers = new LiveViewers(live)) {
            viewers.fetch(
                    VIEWERS, path, Duration.ofMillis(Math.round(1000 * PhoneClip.CHUNK_SECONDS * bytes / segment)));
            seconds(3);
            viewers.measureAnew();
            seconds(WARM_SECONDS);
            return viewers.measured();
        }
    }

    private void hosts() throws IOException, InterruptedException {
        LiveHosts.Measured measured = new LiveHosts(new LiveCalls(site, calls), clip).run(HOSTS);
        byte[] chunk = clip.chunks().get(1);
        int writers = 8;
        double raw = RawFiles.perSecond(folder.resolve("raw-files"), chunk, writers, 5);
        double rawMillis = 1000 * writers / raw;
        results.add("raw files of a chunk's bytes, mean", rawMillis, "ms");
        results.add("chunk of " + HOSTS + " lives, p95", measured.acknowledged().p95(), "ms", "raw files", rawMillis);
        results.add("chunks lost", measured.lost(), "");
        results.add("recorded until listed, p95", measured.untilListed().p95(), "ms");
        double byHand = coresByHand() * HOSTS / BY_HAND;
        results.add("ffmpeg by hand for as many", byHand, "cores");
        results.add("cores in all for " + HOSTS + " lives", measured.cores(), "cores", "ffmpeg by hand", byHand);
    }

    /** The same command on the same bytes, as fast as they were recorded. */
    private double coresByHand() throws IOException, InterruptedException {
        List<Process> running = new ArrayList<>();
        for (int number = 0; number < BY_HAND; number++) {
            Path own = Files.createDirectories(folder.resolve("by-hand-" + number));
            List<String> command = List.of(
                    Loader.load(ffmpeg.class),
                    "-nostdin",
                    "-loglevel",
                    "error",
                    "-re",
                    "-i",
                    clip.file().toAbsolutePath().toString(),
                    "-map",
                    "0:v:0",
                    "-c:v",
                    "copy",
                    "-f",
                    "hls",
                    "-hls_time",
                    "2",
                    "-hls_segment_type",
                    "fmp4",
                    "-hls_list_size",
                    "30",
                    "-hls_flags",
                    "independent_segments+temp_file",
                    "list.m3u8");
            running.add(new ProcessBuilder(command)
                    .directory(own.toFile())
                    .inheritIO()
                    .start());
        }
        double before = seconds(running);
        seconds(WARM_SECONDS);
        double cores = (seconds(running) - before) / WARM_SECONDS;
        running.forEach(Process::destroy);
        return cores;
    }

    private static double seconds(List<Process> running) {
        return running.stream()
                .mapToDouble(process ->
                        process.info().totalCpuDuration().orElseThrow().toNanos() / 1e9)
                .sum();
    }

    private static void seconds(int count) throws InterruptedException {
        TimeUnit.SECONDS.sleep(count);
    }
}
