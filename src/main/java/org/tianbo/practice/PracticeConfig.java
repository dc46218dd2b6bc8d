package org.tianbo.practice;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

@ConfigMapping(prefix = "tianbo.practice")
public interface PracticeConfig {

    /** How long before a booked rehearsal its trainee is reminded. */
    @WithDefault("15M")
    Duration remindedBefore();

    /** How long a link to a recording plays: longer than the longest rehearsal with its pauses. */
    @WithDefault("2H")
    Duration linksValid();

    /** No rehearsal is longer; with it, how many chunks may come of one. */
    @WithDefault("3H")
    Duration longestRecording();

    /** So long may each rehearsal be, however short its run of show. */
    @WithDefault("30M")
    Duration everyRecording();

    /** How many times as long as its run of show a rehearsal may be, where that is more. */
    @WithDefault("10")
    int timesItsRunOfShow();

    /** Takes of one rehearsal: each call that comes in, each look at another page begins one. */
    @WithDefault("200")
    int mostTakes();

    /**
     * How long an attempt that is not finished is kept after its last chunk, and what was sent of one that could not be
     * made a recording after its end. Its page says until when.
     */
    @WithDefault("30d")
    Duration unfinishedRetention();

    /**
     * How long an attempt waits for the rest from its phone before it is made a recording of what has arrived. Should
     * the phone come back later, its better copy replaces that.
     */
    @WithDefault("3d")
    Duration phoneAwaited();

    /** When those are looked for that have waited so long. */
    @WithDefault("DAILY|02:50|Asia/Shanghai")
    String phoneLostSweep();

    /** How long before that home and the list of rehearsals say so. */
    @WithDefault("7d")
    Duration warnedBefore();

    /** When those are looked for whose time is over. */
    @WithDefault("DAILY|03:10|Asia/Shanghai")
    String unfinishedSweep();

    /**
     * How long a machine that is busy, or whose storage is away, goes on trying to make a recording before a person is
     * told.
     */
    @WithDefault("6H")
    Duration recordingTriedFor();

    /** How long what the phone sent is kept beside the recording that was made of it, in case it must be made again. */
    @WithDefault("7d")
    Duration chunkRetention();

    Live live();

    /**
     * Where a media server of the county's takes what a broadcasting program pushes, for example {@code
     * rtmp://media.example/tianbo}; it hands that on to us. Not offered where this is absent.
     */
    Optional<String> pushAddress();

    /** Watching live. */
    interface Live {

        /** Viewers of one live at once: what one small machine bears, with some to spare. */
        @WithDefault("600")
        int mostViewers();

        /** New viewers by one link within ten minutes. */
        @WithDefault("1200")
        int newViewersOfLink();

        /** Of these from one address, behind which a mobile network may have a whole village. */
        @WithDefault("600")
        int newViewersOfAddress();

        /**
         * How long after its end what was said in a live, and who watched, is kept where a county has not set its own.
         * Its pages say so.
         */
        @WithDefault("30d")
        Duration talkKept();

        /** When what is kept no longer is looked for. */
        @WithDefault("DAILY|03:40|Asia/Shanghai")
        String talkSweep();
    }
}
