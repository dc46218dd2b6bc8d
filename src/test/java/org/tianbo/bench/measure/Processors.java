package org.tianbo.bench.measure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Who keeps the processors busy, as Linux counts it in {@code /proc}: the application, the ffmpegs it runs and ran,
 * PostgreSQL, and this load tool; and what everybody on the machine took together.
 */
public final class Processors {

    /** Linux counts processor time in hundredths of a second, in {@code /proc} on every platform. */
    private static final double TICKS_A_SECOND = 100;

    private static final Path PROC = Path.of("/proc");

    private final long application;
    private final Path services;
    private final long since = System.nanoTime();
    private final Use before;

    /**
     * Begins to count.
     *
     * @param services folder that PostgreSQL's data lies in, as it was told
     */
    public Processors(long application, Path services) {
        this.application = application;
        this.services = services;
        this.before = used();
    }

    /**
     * Cores that were busy on average.
     *
     * @param ffmpeg all children of the application, also those that have ended
     * @param others everything on the machine besides: not of this run
     */
    public record Use(double application, double ffmpeg, double postgres, double tool, double others) {

        /** What a machine that only serves needs. */
        double inAll() {
            return application + ffmpeg + postgres;
        }

        private Use since(Use before, double seconds) {
            return new Use(
                    (application - before.application) / seconds,
                    (ffmpeg - before.ffmpeg) / seconds,
                    (postgres - before.postgres) / seconds,
                    (tool - before.tool) / seconds,
                    (others - before.others) / seconds);
        }
    }

    public Use cores() {
        return used().since(before, (System.nanoTime() - since) / 1e9);
    }

    /** In seconds. */
    private Use used() {
        double own = 0;
        double ended = 0;
        double ffmpeg = 0;
        double postgres = 0;
        double tool = 0;
        List<Stat> all = all();
        for (Stat one : all) {
            if (one.pid == application) {
                own = one.own;
                ended = one.ended;
            } else if (one.pid == ProcessHandle.current().pid()) {
                tool = one.own;
            } else if (one.name.equals("postgres") && belongsToServices(one, all)) {
                // What ended is counted with the process that began it.
                postgres += one.own + (isPostgres(one.parent, all) ? 0 : one.ended);
            } else if (one.parent == application) {
                ffmpeg += one.own + one.ended;
            }
        }
        double known = own + ended + ffmpeg + postgres + tool;
        return new Use(own, ended + ffmpeg, postgres, tool, busy() - known);
    }

    private static boolean isPostgres(long pid, List<Stat> all) {
        return all.stream().anyMatch(one -> one.pid == pid && one.name.equals("postgres"));
    }

    private boolean belongsToServices(Stat postgres, List<Stat> all) {
        long first = isPostgres(postgres.parent, all) ? postgres.parent : postgres.pid;
        try {
            return Files.readString(PROC.resolve(first + "/cmdline")).contains(services.toString());
        } catch (IOException ended) {
            return false;
        }
    }

    /** @param own processor seconds of its own @param ended of its children that have ended */
    private record Stat(long pid, String name, long parent, double own, double ended) {}

    private static List<Stat> all() {
        List<Stat> all = new ArrayList<>();
        try (Stream<Path> processes = Files.list(PROC)) {
            for (Path process : processes.toList()) {
                if (process.getFileName().toString().chars().allMatch(Character::isDigit)) {
                    stat(process).ifPresent(all::add);
                }
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return all;
    }

    /** The 14th to the 17th field; the name before them may hold blanks. */
    private static Optional<Stat> stat(Path process) {
        try {
            String stat = Files.readString(process.resolve("stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            return Optional.of(new Stat(
                    Long.parseLong(process.getFileName().toString()),
                    stat.substring(stat.indexOf('(') + 1, stat.lastIndexOf(')')),
                    Long.parseLong(fields[1]),
                    (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / TICKS_A_SECOND,
                    (Long.parseLong(fields[13]) + Long.parseLong(fields[14])) / TICKS_A_SECOND));
        } catch (IOException ended) {
            return Optional.empty();
        }
    }

    /** Of the whole machine: all but idling and waiting for disks. */
    private static double busy() {
        try {
            String[] fields = Files.readAllLines(PROC.resolve("stat")).get(0).split("\\s+");
            double busy = 0;
            for (int field : new int[] {1, 2, 3, 6, 7}) {
                busy += Long.parseLong(fields[field]) / TICKS_A_SECOND;
            }
            return busy;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
