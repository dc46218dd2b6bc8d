package org.tianbo.practice.take;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Reads what ffprobe tells of a file's packets: a line each with the stream, two times and a length, in seconds or
 * {@code N/A}.
 */
final class PacketList {

    private static final long UNKNOWN = Long.MIN_VALUE;

    private PacketList() {}

    static PacketTimes read(Path list, ProbeResult probed) throws IOException {
        PacketTimes times = new PacketTimes();
        try (BufferedReader lines = Files.newBufferedReader(list)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                add(times, line.split(","), probed);
            }
        }
        return times;
    }

    private static void add(PacketTimes times, String[] cells, ProbeResult probed) {
        // The last line is cut off where ffprobe was stopped.
        if (cells.length < 4 || !cells[0].matches("\\d{1,4}")) {
            return;
        }
        int stream = Integer.parseInt(cells[0]);
        boolean picture = stream == probed.pictureStream();
        if (!picture && stream != probed.soundStream()) {
            return;
        }
        long presented = micros(cells[1]);
        long decoded = micros(cells[2]);
        if (presented == UNKNOWN && decoded == UNKNOWN) {
            times.addWithoutTime(picture);
        } else {
            times.add(
                    picture,
                    decoded == UNKNOWN ? presented : decoded,
                    presented == UNKNOWN ? decoded : presented,
                    Math.max(0, micros(cells[3])));
        }
    }

    private static long micros(String seconds) {
        return seconds.matches("-?\\d{1,9}\\.\\d{1,9}") ? Math.round(Double.parseDouble(seconds) * 1e6) : UNKNOWN;
    }
}
