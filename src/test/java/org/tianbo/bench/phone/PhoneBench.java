package org.tianbo.bench.phone;

import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import com.microsoft.playwright.CDPSession;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.tianbo.bench.measure.Calls;
import org.tianbo.bench.measure.Results;
import org.tianbo.practice.Phone;
import org.tianbo.testsupport.browser.Chromium;
import org.tianbo.testsupport.http.PageWeight;

/**
 * What a rehearsal costs a phone: scripted viewers, the worklet that listens, the recorder. The page's own thread is
 * measured in a Chromium that runs it four times as slowly. What Chromium does beside it cannot be slowed: its threads
 * are read from Linux as they are, and the one that listens is counted four times. The encoder, which phones have as
 * hardware, is told apart.
 */
public final class PhoneBench {

    private static final int SLOWED = 4;
    private static final int SECONDS = RecordingBench.BRIEF ? 3 : 30;
    private static final double TICKS_PER_SECOND = 100;

    /** How Chromium's thread of an audio worklet is called, as far as Linux keeps it: fifteen letters. */
    private static final List<String> WORKLETS = List.of("Realtime AudioW", "Semi-Realtime A", "AudioWorklet");

    private static final String MAIN = "page's thread, slowed " + SLOWED + " times";

    private final String site;
    private final Results results;

    public PhoneBench(String site, Results results) {
        this.site = site;
        this.results = results;
    }

    public void run() throws IOException, InterruptedException {
        try (Phone phone = new Phone(Chromium.withCamera(), "zh-CN", Phone.CAMERA, site)) {
            phone.signIn(Calls.LOGIN);
            String camera =
                    phone.page().request().get(site + "/practice/camera").text();
            results.add("camera page, compressed, with all it needs", PageWeight.of(camera) / 1000.0, "kB");
            UUID attempt = phone.begin("苹果");
            phone.shows("[data-do=start]");
            CDPSession devTools = phone.context().newCDPSession(phone.page());
            devTools.send("Performance.enable", with("timeDomain", "threadTicks"));
            slow(devTools, SLOWED);
            double idle = busy(devTools);
            results.add("camera page before it records, " + MAIN, idle, "%");
            phone.start();
            phone.recordUntil(3);
            double recording = busy(devTools);
            results.add("rehearsal with viewers, " + MAIN, recording, "%", "before it records", idle);
            slow(devTools, 1);
            Map<String, Double> threads = threads(phone);
            double listening = listening(threads);
            results.add("worklet's thread, as it is", listening, "%");
            results.add("both, the worklet counted " + SLOWED + " times", recording + SLOWED * listening, "%");
            results.add("page's process with a software encoder, as it is", share(threads.values().stream()), "%");
            slow(devTools, SLOWED);
            long ended = System.nanoTime();
            phone.end();
            phone.shows("[data-mirror-next]:not(:empty)");
            results.add("end of a rehearsal until its mirror, " + MAIN, (System.nanoTime() - ended) / 1e6, "ms");
            results.add("chunks' longest distance", longestDistance(phone, attempt), "ms");
        }
    }

    private static void slow(CDPSession devTools, int rate) {
        devTools.send("Emulation.setCPUThrottlingRate", with("rate", rate));
    }

    private static JsonObject with(String name, Object value) {
        JsonObject parameters = new JsonObject();
        parameters.add(
                name, value instanceof Number number ? new JsonPrimitive(number) : new JsonPrimitive("" + value));
        return parameters;
    }

    /** Percent of a core that tasks of the page's thread take, by the time the thread has had. */
    private static double busy(CDPSession devTools) throws InterruptedException {
        double before = taskSeconds(devTools);
        long from = System.nanoTime();
        TimeUnit.SECONDS.sleep(SECONDS);
        return 100 * (taskSeconds(devTools) - before) * 1e9 / (System.nanoTime() - from);
    }

    private static double taskSeconds(CDPSession devTools) {
        for (var metric : devTools.send("Performance.getMetrics").getAsJsonArray("metrics")) {
            JsonObject one = metric.getAsJsonObject();
            if (one.get("name").getAsString().equals("TaskDuration")) {
                return one.get("value").getAsDouble();
            }
        }
        throw new IllegalStateException("Chromium tells no TaskDuration");
    }

    /** Percent of a core by name of a thread, over all of Chromium's renderers: no other page is open. */
    private static Map<String, Double> threads(Phone phone) throws IOException, InterruptedException {
        Map<String, Double> before = ticks();
        TimeUnit.SECONDS.sleep(SECONDS);
        Map<String, Double> after = ticks();
        Map<String, Double> shares = new TreeMap<>();
        after.forEach((thread, ticks) -> shares.merge(
                thread.replaceFirst("^\\d+ ", ""),
                (ticks - before.getOrDefault(thread, 0.0)) / TICKS_PER_SECOND / SECONDS * 100,
                Double::sum));
        return shares;
    }

    private static Map<String, Double> ticks() throws IOException {
        Map<String, Double> ticks = new TreeMap<>();
        List<ProcessHandle> renderers = ProcessHandle.current()
                .descendants()
                .filter(process -> commandLine(process).contains("--type=renderer"))
                .toList();
        for (ProcessHandle renderer : renderers) {
            try (Stream<Path> threads = Files.list(Path.of("/proc/" + renderer.pid() + "/task"))) {
                for (Path thread : threads.toList()) {
                    String stat = Files.readString(thread.resolve("stat"));
                    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
                    String name = stat.substring(stat.indexOf('(') + 1, stat.lastIndexOf(')'));
                    ticks.put(
                            thread.getFileName() + " " + name,
                            Double.parseDouble(fields[11]) + Double.parseDouble(fields[12]));
                }
            }
        }
        return ticks;
    }

    private static String commandLine(ProcessHandle process) {
        try {
            return Files.readString(Path.of("/proc/" + process.pid() + "/cmdline"));
        } catch (IOException ended) {
            return "";
        }
    }

    /** @throws IllegalStateException where no thread has such a name: zero would be no measurement */
    private static double listening(Map<String, Double> threads) {
        List<Double> found = threads.entrySet().stream()
                .filter(thread -> WORKLETS.stream().anyMatch(thread.getKey()::startsWith))
                .map(Map.Entry::getValue)
                .toList();
        if (found.isEmpty()) {
            throw new IllegalStateException("No worklet among Chromium's threads: " + threads.keySet());
        }
        return share(found.stream());
    }

    private static double share(Stream<Double> threads) {
        return threads.mapToDouble(thread -> thread).sum();
    }

    /** Chunks come every two seconds; one that was dropped leaves a hole of four. */
    private static double longestDistance(Phone phone, UUID attempt) {
        List<Double> ends = phone.chunkEnds(attempt);
        double longest = ends.get(0);
        for (int index = 1; index < ends.size(); index++) {
            longest = Math.max(longest, ends.get(index) - ends.get(index - 1));
        }
        return longest;
    }
}
