package org.tianbo.practice.take;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jboss.logging.Logger;
import org.tianbo.media.Ffmpeg;
import org.tianbo.practice.take.TakeParts.Part;

/**
 * Reads what ffprobe tells of a file's packets: a line each with the stream, two times and a length, in seconds or
 * {@code N/A}, and flags.
 */
final class PacketList {

    /** Sound or picture that ffmpeg reads wrongly must not take the other one with it. */
    static final String READ_ON = "+genpts+discardcorrupt";

    private static final Logger LOG = Logger.getLogger(PacketList.class);

    private static final long UNKNOWN = Long.MIN_VALUE;

    private PacketList() {}

    /** Of a file from outside, in its folder. @param reported how long it says it is */
    static PacketTimes of(Ffmpeg ffmpeg, Part part, ProbeResult probed, Duration reported) throws IOException {
        Path folder = part.file().getParent();
        Path list = folder.resolve("packets.csv");
        Ffmpeg.Run run = ffmpeg.probe(
                folder,
                ffmpeg.ceilings().ofProbe(reported, Files.size(part.file())),
                ffmpeg.ceilings().take(part.file(), part.container()).with("-fflags", READ_ON),
                List.of("-show_entries", "packet=stream_index,pts_time,dts_time,duration_time,flags", "-of", "csv=p=0"),
                list);
        if (!run.clean()) {
            LOG.infof("%s can be read in part: %s", part.file().getFileName(), run.log());
        }
        return read(list, probed);
    }

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
                    Math.max(0, micros(cells[3])),
                    cells.length > 4 && cells[4].startsWith("K"));
        }
    }

    private static long micros(String seconds) {
        return seconds.matches("-?\\d{1,9}\\.\\d{1,9}") ? Math.round(Double.parseDouble(seconds) * 1e6) : UNKNOWN;
    }
}
