package org.tianbo.bench.live;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.bytedeco.ffmpeg.ffmpeg;
import org.bytedeco.javacpp.Loader;
import org.tianbo.bench.measure.Calls;
import org.tianbo.bench.measure.PhoneClip;
import org.tianbo.bench.measure.Processors;
import org.tianbo.bench.measure.RawFiles;
import org.tianbo.bench.measure.Results;
import org.tianbo.bench.measure.Times;
import org.tianbo.testsupport.program.PackagedApplication;
import org.tianbo.testsupport.program.PackagedTrainee;

/**
 * Watching live: many viewers of one, and many at once. Each is over within two minutes, also where the application
 * does not keep up; then the figures say so.
 */
public final class LiveBench {

    private static final int VIEWERS = Integer.getInteger("bench.viewers", 500);
    private static final int HOSTS = Integer.getInteger("bench.hosts", 100);

    /** What is kept of a person, such as how much they stored, is changed by one chunk after another. */
    private static final int PEOPLE = 20;

    /** Until the machine has compiled what is called. */
    private static final int WARM_SECONDS = 20;

    private static final int SECONDS = 20;
    private static final int BY_HAND = 10;
    private static final int BY_HAND_SECONDS = 10;

    private final String site;
    private final Calls calls;
    private final Results results;
    private final Path folder;
    private final Path services;
    private final PackagedApplication application;
    private final PhoneClip clip;
    private final List<String> tokens = new ArrayList<>();

    /**
     * @param folder to work in
     * @param services folder that PostgreSQL's data lies in
     */
    public LiveBench(
            String site, Calls calls, Results results, Path folder, Path services, PackagedApplication application)
            throws IOException {
        this.site = site;
        this.calls = calls;
        this.results = results;
        this.folder = Files.createDirectories(folder);
        this.services = services;
        this.application = application;
        this.clip = PhoneClip.of(folder, WARM_SECONDS + SECONDS + 10);
    }

    /** Makes the people who are on air, in a county of their own. */
    public LiveBench withPeople(Map<String, String> settings) throws IOException, InterruptedException, SQLException {
        for (int number = 0; number < PEOPLE; number++) {
            String login = "on-air-" + number;
            PackagedTrainee.join(settings, settings.get("quarkus.flyway.jdbc-url"), "bench", login);
            tokens.add(calls.token(login));
        }
        return this;
    }

    public void viewers() throws IOException, InterruptedException {
        LiveCalls live = new LiveCalls(site, calls);
        LiveCalls.Live first = live.begin(tokens.get(0));
        List<LiveCalls.Live> all = new ArrayList<>();
        for (int number = 0; number < VIEWERS; number++) {
            all.add(new LiveCalls.Live(first.token(), first.attempt(), first.page(), live.open(first.page())));
        }
        try (LiveViewers viewers = new LiveViewers(live);
                LiveHosts host = new LiveHosts(live, clip, List.of(first))) {
            viewers.watch(all);
            host.record();
            seconds(WARM_SECONDS);
            double before = application.residentMegabytes();
            Processors processors = processors();
            viewers.measureAnew();
            seconds(SECONDS);
            Processors.Use cores = processors.cores();
            double grown = application.residentMegabytes() - before;
            Times segments = viewers.measured();
            long failures = viewers.failures();
            host.awaitTheLast();
            double floor = asset(live, first.page()).p95();
            results.add("static asset, the same bytes a second, p95", floor, "ms");
            results.add("segment for " + VIEWERS + " viewers, p95", segments.p95(), "ms", "static asset", floor);
            results.add("segments sent", segments.count() / (double) SECONDS, "1/s");
            results.add("calls of viewers that failed", failures, "");
            results.add("resident, grown meanwhile", grown, "MB");
            results.addCores(VIEWERS + " viewers", cores);
        }
    }

    private Times asset(LiveCalls live, String page) throws IOException, InterruptedException {
        String path = live.asset(page);
        double bytes = live.bytesOf(path);
        double segment = clip.chunks().get(1).bytes().length;
        try (LiveViewers viewers = new LiveViewers(live)) {
            viewers.fetch(
                    VIEWERS, path, Duration.ofMillis(Math.round(1000 * PhoneClip.CHUNK_SECONDS * bytes / segment)));
            seconds(3);
            viewers.measureAnew();
            seconds(BY_HAND_SECONDS);
            return viewers.measured();
        }
    }

    public void hosts() throws IOException, InterruptedException {
        double floor = rawFile();
        double byHand = coresByHand() * HOSTS / BY_HAND;
        LiveCalls live = new LiveCalls(site, calls);
        List<LiveCalls.Live> lives = new ArrayList<>();
        for (int number = 0; number < HOSTS; number++) {
            lives.add(live.begin(tokens.get(number % PEOPLE)));
        }
        double before = application.residentMegabytes();
        try (LiveHosts hosts = new LiveHosts(live, clip, lives)) {
            hosts.watch();
            hosts.record();
            seconds(WARM_SECONDS);
            LiveHosts.Measured cold = hosts.measureAnew();
            Processors processors = processors();
            TimeUnit.NANOSECONDS.sleep(
                    hosts.recording().minusSeconds(WARM_SECONDS).toNanos());
            Processors.Use cores = processors.cores();
            double grown = application.residentMegabytes() - before;
            hosts.awaitTheLast();
            LiveHosts.Measured warm = hosts.measureAnew();
            results.add("raw files of a chunk's bytes, mean", floor, "ms");
            String first = ", first " + WARM_SECONDS + " s, p95";
            results.add(
                    "chunk of " + HOSTS + " lives" + first, cold.acknowledged().p95(), "ms", "raw files", floor);
            results.add("chunk of " + HOSTS + " lives, p95", warm.acknowledged().p95(), "ms", "raw files", floor);
            results.add("chunks acknowledged", hosts.acknowledged(), "");
            results.add("chunks not acknowledged", hosts.waiting(), "");
            results.add("chunks acknowledged and lost", hosts.lost(), "");
            results.add("recorded until listed" + first, cold.untilListed().p95(), "ms");
            results.add("recorded until listed, p95", warm.untilListed().p95(), "ms");
            results.add("chunks not listed", hosts.unlisted(), "");
            results.add("segment for its one viewer, p95", warm.fetched().p95(), "ms");
            results.add("calls that failed", hosts.failures(), "");
            results.add("resident, grown for each live", grown / HOSTS, "MB");
            results.add("ffmpeg by hand for as many", byHand, "cores");
            results.addCores(HOSTS + " lives", cores, "ffmpeg by hand", byHand);
        }
    }

    private Processors processors() {
        return new Processors(application.pid(), services);
    }

    /** Milliseconds for each of some that are written at once. */
    private double rawFile() throws IOException, InterruptedException {
        int writers = 8;
        byte[] bytes = clip.chunks().get(1).bytes();
        return 1000 * writers / RawFiles.perSecond(folder.resolve("raw-files"), bytes, writers, 5);
    }

    /** The same command on the same bytes, as fast as they were recorded. */
    private double coresByHand() throws IOException, InterruptedException {
        List<Process> running = new ArrayList<>();
        try {
            for (int number = 0; number < BY_HAND; number++) {
                running.add(byHand(Files.createDirectories(folder.resolve("by-hand-" + number))));
            }
            double before = seconds(running);
            seconds(BY_HAND_SECONDS);
            return (seconds(running) - before) / BY_HAND_SECONDS;
        } finally {
            running.forEach(Process::destroy);
        }
    }

    private Process byHand(Path own) throws IOException {
        List<String> command = new ArrayList<>(List.of(Loader.load(ffmpeg.class), "-nostdin", "-loglevel", "error"));
        command.addAll(List.of("-re", "-i", clip.file().toAbsolutePath().toString(), "-map", "0:v:0", "-c:v", "copy"));
        command.addAll(List.of("-f", "hls", "-hls_time", "2", "-hls_segment_type", "fmp4", "-hls_list_size", "30"));
        command.addAll(List.of("-hls_flags", "independent_segments+temp_file", "list.m3u8"));
        return new ProcessBuilder(command).directory(own.toFile()).inheritIO().start();
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
