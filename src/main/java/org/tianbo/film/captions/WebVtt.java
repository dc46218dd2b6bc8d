package org.tianbo.film.captions;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Captions as WebVTT writes them (W3C): times and words. Notes, styles and settings of a line are passed over; what is
 * kept is written anew, so that nothing is shown that was not read here.
 */
final class WebVtt {

    /** Characters of one caption: two lines of a phone. */
    static final int LONGEST = 120;

    static final int MOST = 2_000;

    private static final Pattern TIME = Pattern.compile("(?:(\\d{1,2}):)?(\\d{2}):(\\d{2})[.,](\\d{3})");
    private static final Pattern TIMES = Pattern.compile("(" + TIME + ")[ \\t]+-->[ \\t]+(" + TIME + ")(?:[ \\t].*)?");
    private static final String ARROW = "-->";
    private static final Pattern NO_CUE = Pattern.compile("(NOTE|STYLE|REGION)(\\s.*)?");

    private final List<Cue> cues = new ArrayList<>();
    private final List<CaptionFault> faults = new ArrayList<>();
    private final List<String> lines;
    private final long length;

    private WebVtt(String text, Duration length) {
        this.lines = text.replace("\uFEFF", "")
                .replace("\r\n", "\n")
                .replace('\r', '\n')
                .lines()
                .toList();
        this.length = length.toMillis();
    }

    /** @param length of the video */
    static WebVtt read(String text, Duration length) {
        WebVtt captions = new WebVtt(text, length);
        captions.read();
        return captions;
    }

    /** By line; none where all is well. */
    List<CaptionFault> faults() {
        return List.copyOf(faults);
    }

    List<Cue> cues() {
        return List.copyOf(cues);
    }

    /** As a player takes it. */
    String written() {
        return "WEBVTT\n\n" + cues.stream().map(Cue::written).collect(Collectors.joining("\n"));
    }

    private void read() {
        if (lines.isEmpty() || !lines.get(0).matches("WEBVTT([ \\t].*)?")) {
            fault(0, CaptionFault.Kind.HEADER);
            return;
        }
        int line = 1;
        while (line < lines.size()) {
            int end = line;
            while (end < lines.size() && !lines.get(end).isBlank()) {
                end++;
            }
            // What stands right below the header belongs to it.
            if (end > line && line > 1 && !NO_CUE.matcher(lines.get(line)).matches()) {
                readCue(line, end);
            }
            line = end + 1;
        }
        if (cues.size() > MOST) {
            fault(lines.size() - 1, CaptionFault.Kind.MANY);
        }
    }

    /** @param from of its name or its times, until the blank line behind it */
    private void readCue(int from, int end) {
        int at = !lines.get(from).contains(ARROW)
                        && from + 1 < end
                        && lines.get(from + 1).contains(ARROW)
                ? from + 1
                : from;
        Matcher times = TIMES.matcher(lines.get(at).strip());
        if (!times.matches()) {
            fault(at, CaptionFault.Kind.TIME);
            return;
        }
        long start = ms(times.group(1));
        long until = ms(times.group(6));
        int again = IntStream.range(at + 1, end)
                .filter(line -> lines.get(line).contains(ARROW))
                .findFirst()
                .orElse(end);
        String text = lines.subList(at + 1, end).stream().map(String::strip).collect(Collectors.joining("\n"));
        if (again < end) {
            // Among words a player would take it for times.
            fault(again, CaptionFault.Kind.TIME);
        } else if (until <= start) {
            fault(at, CaptionFault.Kind.BACKWARDS);
        } else if (start >= length) {
            fault(at, CaptionFault.Kind.BEYOND);
        } else if (!cues.isEmpty() && start < cues.get(cues.size() - 1).from()) {
            fault(at, CaptionFault.Kind.ORDER);
        } else if (text.isEmpty()) {
            fault(at, CaptionFault.Kind.EMPTY);
        } else if (text.length() > LONGEST) {
            fault(at + 1, CaptionFault.Kind.LONG);
        } else {
            cues.add(new Cue(start, until, text));
        }
    }

    private static long ms(String time) {
        Matcher parts = TIME.matcher(time);
        if (!parts.matches()) {
            throw new IllegalArgumentException(time);
        }
        long hours = parts.group(1) == null ? 0 : Long.parseLong(parts.group(1));
        return ((hours * 60 + Long.parseLong(parts.group(2))) * 60 + Long.parseLong(parts.group(3))) * 1000
                + Long.parseLong(parts.group(4));
    }

    private void fault(int index, CaptionFault.Kind kind) {
        faults.add(new CaptionFault(index + 1, kind));
    }
}
