package org.tianbo.people.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tianbo.people.Rosters.VillageName;

class RosterVillagesTest {

    private static final VillageName UPPER = new VillageName("河镇", "上村");
    private static final VillageName LOWER = new VillageName("河镇", "下村");
    private static final VillageName OLD = new VillageName("河镇", "老村");

    @Test
    void aFormerNameLeadsToWhatTheVillageIsCalledNow() {
        RosterVillages villages = new RosterVillages(Set.of(UPPER), Set.of(), Map.of(OLD, UPPER));

        assertThat(villages.named(OLD)).isEqualTo(UPPER);
        assertThat(villages.named(UPPER)).isEqualTo(UPPER);
    }

    @Test
    void aVillageOfTodayIsMeantBeforeAFormerOneOfItsName() {
        RosterVillages villages = new RosterVillages(Set.of(UPPER, LOWER), Set.of(), Map.of(UPPER, LOWER));

        assertThat(villages.named(UPPER)).isEqualTo(UPPER);
    }

    @Test
    void whatIsNotTheirsIsToldApartFromWhatIsNotThere() {
        RosterVillages villages = new RosterVillages(Set.of(UPPER), Set.of(LOWER), Map.of(OLD, LOWER));

        assertThatThrownBy(() -> villages.named(LOWER)).hasFieldOrPropertyWithValue("code", "roster.village-not-yours");
        assertThatThrownBy(() -> villages.named(OLD)).hasFieldOrPropertyWithValue("code", "roster.village-not-yours");
        assertThatThrownBy(() -> villages.named(new VillageName("河镇", "无村")))
                .hasFieldOrPropertyWithValue("code", "roster.village-unknown");
    }
}
