package org.tianbo.practice.hls;

import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;

/** The newest segments as HLS (RFC 8216) lists them. */
public final class Playlist {

    /** Twenty seconds: enough for a phone that lost its network for a moment. */
    public static final int SHOWN = 10;

    private static final int SHORTEST_TARGET_SECONDS = 3;

    private Playlist() {}

    /**
     * @param segments the newest of them, in their order
     * @param ended whether no more will come
     */
    public static String of(List<LiveSegment> segments, boolean ended) {
        StringBuilder list = new StringBuilder("#EXTM3U\n#EXT-X-VERSION:7\n#EXT-X-INDEPENDENT-SEGMENTS\n");
        line(list, "#EXT-X-TARGETDURATION:%d", targetSeconds(segments));
        line(
                list,
                "#EXT-X-MEDIA-SEQUENCE:%d",
                segments.isEmpty() ? 0 : segments.get(0).number());
        line(
                list,
                "#EXT-X-DISCONTINUITY-SEQUENCE:%d",
                segments.isEmpty() ? 0 : segments.get(0).run());
        LiveSegment before = null;
        for (LiveSegment segment : segments) {
            if (before != null && before.run() != segment.run()) {
                list.append("#EXT-X-DISCONTINUITY\n");
            }
            if (before == null || before.run() != segment.run()) {
                line(list, "#EXT-X-MAP:URI=\"init/%d.mp4\"", segment.run());
            }
            line(list, "#EXT-X-PROGRAM-DATE-TIME:%s", segment.shownAt().truncatedTo(ChronoUnit.MILLIS));
            line(list, "#EXTINF:%.3f,", segment.durationMs() / 1000.0);
            line(list, "segments/%d.m4s", segment.number());
            before = segment;
        }
        return ended ? list.append("#EXT-X-ENDLIST\n").toString() : list.toString();
    }

    private static long targetSeconds(List<LiveSegment> segments) {
        return segments.stream()
                .mapToLong(segment -> Math.round(segment.durationMs() / 1000.0))
                .reduce(SHORTEST_TARGET_SECONDS, Math::max);
    }

    private static void line(StringBuilder list, String format, Object value) {
        list.append(String.format(Locale.ROOT, format, value)).append('\n');
    }
}
