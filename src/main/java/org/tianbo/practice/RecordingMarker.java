package org.tianbo.practice;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A mark of the trainee, or of a mentor who watched live, where it lies on the recording. */
public record RecordingMarker(long atMs, String kind, String ref) {

    /** Kind of those that a mentor sets who watches live; a phone may send none of it. */
    public static final String MENTOR = "mentor";

    private static final String STEP = "step";
    private static final String LOST = "lost";
    private static final Pattern HOW_MUCH = Pattern.compile("\\d{1,4}:(\\d{1,8})");
    private static final Pattern NUMBERED = Pattern.compile("([a-z-]+):(\\d{1,4})");

    /** Refs of the host's acts; a number behind a colon tells of which product or of how many orders. */
    private static final Map<String, RecordingEvent.Kind> ACTS = Map.of(
            "product-card", RecordingEvent.Kind.PRODUCT_CARD,
            "pinned-comment", RecordingEvent.Kind.PINNED_COMMENT,
            "coupon-drop", RecordingEvent.Kind.COUPON_DROP,
            "stock-out", RecordingEvent.Kind.STOCK_OUT,
            "order-wave", RecordingEvent.Kind.ORDER_WAVE);

    private static final Map<String, RecordingEvent.Kind> MICROPHONE = Map.of(
            "gone", RecordingEvent.Kind.MICROPHONE_GONE,
            "back", RecordingEvent.Kind.MICROPHONE_BACK);

    private static final Map<String, RecordingEvent.Kind> MENTORS = Map.of(
            "good", RecordingEvent.Kind.MENTOR_GOOD,
            "look", RecordingEvent.Kind.MENTOR_LOOK);

    private static final Map<String, Map<String, RecordingEvent.Kind>> EVENTS =
            Map.of("host-act", ACTS, "microphone", MICROPHONE, MENTOR, MENTORS);

    /** Whether a step of the run of show begins here; the ref names it. */
    public boolean isStep() {
        return kind.equals(STEP);
    }

    /**
     * Seconds that were recorded here and could not be stored before the page or the phone died; empty for a marker of
     * another kind. The ref of such a marker is {@code take:milliseconds}.
     */
    public Optional<Long> lostSeconds() {
        Matcher amount = HOW_MUCH.matcher(ref);
        return kind.equals(LOST) && amount.matches()
                ? Optional.of(Math.max(1, Math.round(Long.parseLong(amount.group(1)) / 1000.0)))
                : Optional.empty();
    }

    /** What happened here beside the speech; empty for a marker of another kind, and for what this version has not. */
    public Optional<RecordingEvent> event() {
        String what = ref.replaceFirst(":.*", "");
        Matcher numbered = NUMBERED.matcher(ref);
        int number = numbered.matches() ? Integer.parseInt(numbered.group(2)) : 0;
        return Optional.ofNullable(EVENTS.getOrDefault(kind, Map.of()).get(what))
                .map(found -> new RecordingEvent(atMs, found, number));
    }
}
