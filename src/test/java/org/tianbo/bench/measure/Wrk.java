package org.tianbo.bench.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The load tool, from Debian. Bounded in time, loopback only. */
public final class Wrk {

    /**
     * What wrk measured.
     *
     * @param failed answers outside 2xx and 3xx, and socket errors
     * @param toolShare what wrk itself took of all processors, 0 to 1
     */
    public record Run(double perSecond, double p99Millis, long failed, double toolShare) {}

    /** Linux counts processor time in hundredths of a second, in {@code /proc} on every platform. */
    private static final double TICKS_A_SECOND = 100;

    private static final Pattern RATE = Pattern.compile("Requests/sec:\\s+([\\d.]+)");
    private static final Pattern P99 = Pattern.compile("99%\\s+([\\d.]+)(us|ms|s)");
    private static final Pattern BAD = Pattern.compile("Non-2xx or 3xx responses: (\\d+)");
    private static final Pattern BROKEN =
            Pattern.compile("Socket errors: connect (\\d+), read (\\d+), write (\\d+), timeout (\\d+)");

    private Wrk() {}

    public static Run run(String url, int seconds, int connections, Map<String, String> headers, Path script)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of("wrk", "-t1", "-c" + connections, "-d" + seconds + "s", "--timeout", "10s", "--latency"));
        headers.forEach((name, value) -> command.addAll(List.of("-H", name + ": " + value)));
        if (script != null) {
            command.addAll(List.of("-s", script.toString()));
        }
        command.add(url);
        double before = childrensSeconds();
        Process wrk = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(wrk.getInputStream().readAllBytes());
        if (wrk.waitFor() != 0) {
            throw new IOException("wrk failed: " + output);
        }
        double share =
                (childrensSeconds() - before) / seconds / Runtime.getRuntime().availableProcessors();
        return new Run(number(RATE, output), millis(output), number(BAD, output, 0) + errors(output), share);
    }

    /** Processor time of this process's children that have ended: the 16th and 17th field, after the name. */
    private static double childrensSeconds() throws IOException {
        String stat = Files.readString(Path.of("/proc/self/stat"));
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return (Long.parseLong(fields[13]) + Long.parseLong(fields[14])) / TICKS_A_SECOND;
    }

    private static double number(Pattern pattern, String text) throws IOException {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            throw new IOException("wrk said something else: " + text);
        }
        return Double.parseDouble(matcher.group(1));
    }

    private static long number(Pattern pattern, String text, long otherwise) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? Long.parseLong(matcher.group(1)) : otherwise;
    }

    private static double millis(String text) throws IOException {
        Matcher matcher = P99.matcher(text);
        if (!matcher.find()) {
            throw new IOException("wrk gave no p99: " + text);
        }
        double value = Double.parseDouble(matcher.group(1));
        return switch (matcher.group(2)) {
            case "us" -> value / 1000;
            case "ms" -> value;
            default -> value * 1000;
        };
    }

    private static long errors(String text) {
        Matcher matcher = BROKEN.matcher(text);
        long sum = 0;
        if (matcher.find()) {
            for (int group = 1; group <= matcher.groupCount(); group++) {
                sum += Long.parseLong(matcher.group(group));
            }
        }
        return sum;
    }
}
