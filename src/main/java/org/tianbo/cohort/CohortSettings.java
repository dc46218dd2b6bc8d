package org.tianbo.cohort;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import org.tianbo.settings.CountySettings;
import org.tianbo.settings.DeclaredSettings;
import org.tianbo.settings.Setting;
import org.tianbo.settings.SettingField;
import org.tianbo.settings.SettingSince;
import org.tianbo.settings.SettingUnit;
import org.tianbo.settings.SettingValues;

/** When a county's office looks after somebody, and what it looks at in the visits after a class. */
@ApplicationScoped
@Priority(10)
public class CohortSettings implements DeclaredSettings {

    /** The fields of the months after which people are visited, in order. */
    public static final List<String> ROUNDS = List.of("first", "second", "third");

    /** The setting of the months after which people are visited. */
    public static final String FOLLOW_UP = "cohort.follow-up";

    private static final String SPENT = "spent";
    private static final String DAYS = "days";
    private static final String SOON = "soon";
    private static final String LATE = "late";
    private static final String CALL = "call";
    private static final String VISIT = "visit";
    private static final String MOST = "most";
    private static final String FAR = "far";

    private static final Setting ROUNDS_AFTER = new Setting(
                    FOLLOW_UP,
                    SettingField.whole(ROUNDS.get(0), SettingUnit.MONTHS, 1, 36, 3),
                    SettingField.whole(ROUNDS.get(1), SettingUnit.MONTHS, 1, 36, 6),
                    SettingField.whole(ROUNDS.get(2), SettingUnit.MONTHS, 1, 36, 12))
            .rising(ROUNDS.toArray(String[]::new));

    private static final Setting VISITS = new Setting(
            "cohort.visits",
            SettingField.whole(SOON, SettingUnit.DAYS, 1, 60, 14),
            SettingField.whole(LATE, SettingUnit.DAYS, 1, 180, 30));

    private static final Setting FLAGS = new Setting(
            "cohort.visit-flags",
            SettingField.whole(CALL, SettingUnit.SECONDS, 0, 3_600, 60),
            SettingField.whole(VISIT, SettingUnit.SECONDS, 0, 3_600, 300),
            SettingField.whole(MOST, SettingUnit.TIMES, 1, 100, 12),
            SettingField.whole(FAR, SettingUnit.KILOMETRES, 1, 500, 10));

    private static final Setting MONEY =
            new Setting("cohort.money-spent", SettingField.whole(SPENT, SettingUnit.YUAN, 0, 10_000_000_000L, 0));

    private static final String PICTURES = "pictures";
    private static final Setting CARDS =
            new Setting("cohort.cards", SettingField.whole(PICTURES, SettingUnit.SWITCH, 0, 1, 0));

    private final CountySettings settings;
    private final Setting stalled;

    CohortSettings(CountySettings settings, CohortConfig config) {
        this.settings = settings;
        this.stalled =
                new Setting("cohort.stalled", SettingField.whole(DAYS, SettingUnit.DAYS, 3, 180, config.stalledDays()));
    }

    @Override
    public List<Setting> settings() {
        return List.of(CARDS, stalled, ROUNDS_AFTER, VISITS, FLAGS, MONEY);
    }

    /** Whether new cards carry three pictures instead of six digits. */
    public boolean pictureCards() {
        return settings.of(CARDS).whole(PICTURES) == 1;
    }

    /** After so many days in which nothing was done a trainee is shown to the office as idle. */
    public int stalledDays() {
        return settings.of(stalled).whole(DAYS);
    }

    /** After how many months people are visited where the county has set nothing. */
    public SettingValues usualRounds() {
        return ROUNDS_AFTER.usual();
    }

    /** What the county set instead, and when, the oldest first. */
    public List<SettingSince> roundsSince() {
        return settings.history(ROUNDS_AFTER);
    }

    /** What the county has spent on all its classes so far, in fen; 0 while it has said nothing. */
    public long moneySpent() {
        return settings.of(MONEY).fen(SPENT);
    }

    /** How many days before its day a visit is on the list. */
    public int soonDays() {
        return settings.of(VISITS).whole(SOON);
    }

    /** How many days after its day a visit is overdue. */
    public int lateDays() {
        return settings.of(VISITS).whole(LATE);
    }

    /**
     * What is odd enough to be shown to a person.
     *
     * @param shortestCall a shorter call is shown, and a visit shorter than {@code shortestVisit}
     * @param mostADay more visits of one visitor on one day are shown
     * @param farKm a visit farther from the village is shown
     */
    public record OddFrom(Duration shortestCall, Duration shortestVisit, int mostADay, int farKm) {}

    public OddFrom oddFrom() {
        SettingValues values = settings.of(FLAGS);
        return new OddFrom(values.seconds(CALL), values.seconds(VISIT), values.whole(MOST), values.whole(FAR));
    }
}
