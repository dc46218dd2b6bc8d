package org.tianbo.practice.hls;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.tianbo.media.Container;
import org.tianbo.media.PackedFfmpeg;

/** Takes as recorders make them. */
final class Clips {

    private Clips() {}

    /** As Chromium records: VP8 and Opus, a cluster with each key frame. */
    static byte[] webm(Path folder) throws IOException {
        return Files.readAllBytes(PackedFfmpeg.make(
                folder,
                "take.webm",
                "-f lavfi -i testsrc2=size=320x240:rate=12:duration=12 -f lavfi -i sine=duration=12 -c:v libvpx"
                        + " -deadline realtime -cpu-used 8 -g 24 -b:v 400k -c:a libopus -cluster_time_limit 2000"
                        + " -f webm -live 1"));
    }

    /** A copy for viewers: another size, and without sound so that it can be told from its take. */
    static byte[] smallWebm(Path folder) throws IOException {
        return Files.readAllBytes(PackedFfmpeg.make(
                folder,
                "copy.webm",
                "-f lavfi -i testsrc2=size=160x120:rate=8:duration=4 -c:v libvpx -deadline realtime -cpu-used 8"
                        + " -g 16 -b:v 150k -cluster_time_limit 2000 -f webm -live 1"));
    }

    /**
     * As {@link #mp4}, on a phone that is held upright for four seconds and turned for the next four: two fragments and
     * two, as a recorder hands them out.
     */
    static List<byte[]> turnedMp4(Path folder) throws IOException {
        byte[] take = Files.readAllBytes(
                turned(folder, "turned.mp4", "-movflags frag_keyframe+empty_moov+default_base_moof"));
        List<byte[]> fragments = new ArrayList<>();
        int from = 0;
        Optional<MediaBoundary> next = MediaBoundary.find(Container.MP4, take, take, 0);
        while (next.isPresent()) {
            int at = next.get().at();
            next = MediaBoundary.find(Container.MP4, take, take, at + 1);
            int end = next.map(MediaBoundary::at).orElse(take.length);
            fragments.add(Arrays.copyOfRange(take, from, end));
            from = end;
        }
        return fragments;
    }

    /** Both halves are one stream, which says where its shape changes. */
    static Path turned(Path folder, String name, String written) throws IOException {
        StringBuilder halves = new StringBuilder();
        for (String size : new String[] {"240x320", "320x240"}) {
            Path half = PackedFfmpeg.make(
                    folder,
                    size + ".mp4",
                    "-f lavfi -i testsrc2=size=" + size + ":rate=12:duration=4 -c:v libx264 -preset ultrafast -g 24"
                            + " -pix_fmt yuv420p");
            halves.append("file '").append(half.getFileName()).append("'\n");
        }
        Files.writeString(folder.resolve("halves.txt"), halves);
        return PackedFfmpeg.make(folder, name, "-f concat -i halves.txt -c copy " + written);
    }

    /** As phones record: H.264 in fragments. */
    static byte[] mp4(Path folder) throws IOException {
        return Files.readAllBytes(PackedFfmpeg.make(
                folder,
                "take.mp4",
                "-f lavfi -i testsrc2=size=240x320:rate=12:duration=8 -c:v libx264 -preset ultrafast -g 24"
                        + " -pix_fmt yuv420p -movflags frag_keyframe+empty_moov+default_base_moof"));
    }
}
