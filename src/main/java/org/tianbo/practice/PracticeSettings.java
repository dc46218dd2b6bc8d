package org.tianbo.practice;

import static org.tianbo.settings.SettingUnit.DECIBELS;
import static org.tianbo.settings.SettingUnit.PERCENT;
import static org.tianbo.settings.SettingUnit.SECONDS;
import static org.tianbo.settings.SettingUnit.SYLLABLES_A_SECOND;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.tianbo.settings.CountySettings;
import org.tianbo.settings.DeclaredSettings;
import org.tianbo.settings.Setting;
import org.tianbo.settings.SettingField;
import org.tianbo.settings.SettingSince;
import org.tianbo.settings.SettingUnit;
import org.tianbo.settings.SettingValues;

/** What a county sets about rehearsals: where "good" ends in what a trainee is told, how long talk is kept. */
@ApplicationScoped
@Priority(50)
public class PracticeSettings implements DeclaredSettings {

    private static final String SLOW = "slow-below";
    private static final String HURRIED = "hurried-from";
    private static final String SILENCE = "silence-from";
    private static final String SPEECH = "little-speech-below";
    private static final String FAINT = "faint-below";
    private static final String LOUD = "loud-from";
    private static final String DARK = "dark-below";
    private static final String BACKLIT = "backlit-from";
    private static final String BACKLIT_BELOW = "backlit-below";
    private static final String SHAKY = "shaky-from";
    private static final String BLURRED = "blurred-below";
    private static final String FAULT = "picture-fault-from";

    /** News on the radio has about five syllables a second, pauses left out. */
    public static final Setting PACE = new Setting(
                    "practice.pace",
                    SettingField.of(SLOW, SYLLABLES_A_SECOND, "1", "8", "3"),
                    SettingField.of(HURRIED, SYLLABLES_A_SECOND, "2", "12", "5.5"))
            .rising(SLOW, HURRIED);

    /** Voice over noise as in the checklist {@code before-practice}. */
    static final Setting SOUND = new Setting(
            "practice.sound",
            SettingField.of(SILENCE, SECONDS, "1", "60", "5"),
            SettingField.of(SPEECH, PERCENT, "5", "90", "35"),
            SettingField.of(FAINT, DECIBELS, "3", "40", "15"),
            SettingField.of(LOUD, PERCENT, "0.5", "50", "5"));

    /** Light as in the checklist {@code before-practice}. */
    static final Setting PICTURE = new Setting(
            "practice.picture",
            SettingField.of(DARK, PERCENT, "5", "80", "35"),
            SettingField.of(BACKLIT, PERCENT, "5", "80", "25"),
            SettingField.of(BACKLIT_BELOW, PERCENT, "10", "90", "45"),
            SettingField.of(SHAKY, PERCENT, "0.2", "20", "1.5"),
            SettingField.of(BLURRED, PERCENT, "1", "90", "10"),
            SettingField.of(FAULT, PERCENT, "1", "90", "15"));

    private static final String DAYS = "days";

    /** No county keeps what was never finished for less. */
    private static final Duration UNFINISHED_AT_LEAST = Duration.ofDays(7);

    private final CountySettings settings;
    private final Setting talk;
    private final Setting unfinished;

    public PracticeSettings(CountySettings settings, PracticeConfig config) {
        this.settings = settings;
        this.talk = new Setting(
                "practice.talk",
                SettingField.whole(
                        DAYS, SettingUnit.DAYS, 1, 365, config.live().talkKept().toDays()));
        this.unfinished = new Setting(
                "practice.unfinished",
                SettingField.whole(
                        DAYS,
                        SettingUnit.DAYS,
                        UNFINISHED_AT_LEAST.toDays(),
                        365,
                        config.unfinishedRetention().toDays()));
    }

    /**
     * Where "good" ends in the mirror, as {@code mirror.js} has it.
     *
     * @param slowBelow syllables a second while speaking
     * @param silenceFrom a silence that is too long for people who watch
     * @param littleSpeechBelow share of the time in which the trainee speaks, from 0 to 1
     * @param faintBelow voice over the noise of the room in dB
     * @param loudFrom share of the seconds with sound that was cut off for being too loud
     * @param darkBelow brightness of the middle in hundredths of white
     * @param backlitFrom by how many hundredths of white the rim is brighter where light comes from behind
     * @param backlitBelow a middle that is brighter than this can be seen well whatever is behind it
     * @param shakyFrom how far a shaking camera moves in a second, in hundredths of the longer side
     * @param blurredBelow sharpness of edges: 0 for wide blurs, 100 for ones that are a pixel wide
     * @param pictureFaultFrom share of the seconds from which on a fault of the picture is told
     */
    public record MirrorBands(
            double slowBelow,
            double hurriedFrom,
            Duration silenceFrom,
            double littleSpeechBelow,
            double faintBelow,
            double loudFrom,
            double darkBelow,
            double backlitFrom,
            double backlitBelow,
            double shakyFrom,
            double blurredBelow,
            double pictureFaultFrom) {

        /** As the mirror names it. @param pace syllables a second */
        public String paceBand(double pace) {
            return pace < slowBelow ? "slow" : pace >= hurriedFrom ? "hurried" : "good";
        }
    }

    @Override
    public List<Setting> settings() {
        return List.of(PACE, SOUND, PICTURE, talk, unfinished);
    }

    /** Of the current county. */
    public MirrorBands bands() {
        SettingValues pace = settings.of(PACE);
        SettingValues sound = settings.of(SOUND);
        SettingValues image = settings.of(PICTURE);
        return new MirrorBands(
                pace.number(SLOW),
                pace.number(HURRIED),
                sound.seconds(SILENCE),
                sound.share(SPEECH),
                sound.number(FAINT),
                sound.share(LOUD),
                image.number(DARK),
                image.number(BACKLIT),
                image.number(BACKLIT_BELOW),
                image.number(SHAKY),
                image.number(BLURRED),
                image.share(FAULT));
    }

    /** How long after its last sign an attempt that was never finished, or could not be made, is kept. */
    public Duration unfinishedKept() {
        return settings.of(unfinished).days(DAYS);
    }

    /** How long after its end what is said in a live, and who watched, is kept. */
    public Duration talkKept() {
        return settings.of(talk).days(DAYS);
    }

    /**
     * What is said in lives that ended before this is deleted now. Whoever spoke was told for how many days it would be
     * kept: a county that keeps it longer later does so for later lives, one that keeps it shorter for all.
     */
    public Instant talkDeletedBefore(Instant now) {
        List<SettingSince> changes = settings.history(talk);
        Instant before = Instant.MIN;
        for (int index = -1; index < changes.size(); index++) {
            SettingValues values = index < 0 ? talk.usual() : changes.get(index).values();
            Instant until = index + 1 < changes.size() ? changes.get(index + 1).at() : now;
            Instant over = now.minus(values.days(DAYS));
            Instant ended = over.isBefore(until) ? over : until;
            before = ended.isAfter(before) ? ended : before;
        }
        return before;
    }
}
