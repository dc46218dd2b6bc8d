package org.tianbo.people.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tianbo.people.Corrections.RosterChange;
import org.tianbo.people.Corrections.RosterChanges;
import org.tianbo.people.Gender;
import org.tianbo.people.Rosters.RosterLine;
import org.tianbo.people.Rosters.VillageName;
import org.tianbo.people.person.Person;
import org.tianbo.platform.data.Ids;

class RosterChangeTest {

    private static final VillageName ZHAOJIA = new VillageName("白土镇", "赵家村");
    private static final VillageName GANGXIA = new VillageName("白土镇", "岗下村");

    private final Person known = new Person();

    @BeforeEach
    void somebodyTheCountyKnows() {
        known.id = Ids.next();
        known.name = "测试乙";
        known.mobile = "19900000041";
        known.gender = "MALE";
        known.category = "种植户";
        known.note = "会开车";
    }

    @Test
    void aNewPhoneAndVillageAreReported() {
        List<RosterChange> changes = changes(line("测试乙", "19911113333", GANGXIA, "种植户", "会开车"));

        assertThat(changes)
                .extracting(change -> change.field().code(), RosterChange::before, RosterChange::now)
                .containsExactly(tuple("phone", "19900000041", "19911113333"), tuple("village", "白土镇 赵家村", "白土镇 岗下村"));
        assertThat(changes.get(0)).hasToString("RosterChange[line=7, field=PHONE]");
    }

    @Test
    void theSameAgainAndCellsLeftEmptyChangeNothing() {
        assertThat(changes(line("测试乙", "19900000041", ZHAOJIA, "", ""))).isEmpty();
    }

    @Test
    void anotherDotInANameIsNoOtherName() {
        known.name = "阿依古丽•买买提";

        assertThat(changes(line("阿依古丽·买买提", "19900000041", ZHAOJIA, "种植户", "会开车")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"测试丙, name", "测试乙, note"})
    void whatIsTakenOverIsNoDifferenceAnyMore(String name, String field) {
        RosterLine line = line(name, "19900000041", ZHAOJIA, "种植户", "会养蜂");
        List<RosterChange> changes = changes(line);
        assertThat(changes).extracting(change -> change.field().code()).contains(field);

        changes.forEach(change -> known.correct(change, Map.<String, UUID>of()::get));

        assertThat(changes(line)).isEmpty();
    }

    @Test
    void aConfirmationIsOfExactlyTheseChanges() {
        RosterChanges confirmed = new RosterChanges(changes(line("测试乙", "19911113333", GANGXIA, "", "")));
        RosterChanges again = new RosterChanges(changes(line("测试乙", "19911113333", GANGXIA, "", "")));
        RosterChanges other = new RosterChanges(changes(line("测试乙", "19911113334", GANGXIA, "", "")));
        RosterChanges fewer = new RosterChanges(new ArrayList<>(confirmed.all()).subList(0, 1));

        assertThat(again.confirmation()).isEqualTo(confirmed.confirmation()).matches("[0-9a-f]{32}");
        assertThat(List.of(other.confirmation(), fewer.confirmation())).doesNotContain(confirmed.confirmation());
    }

    private List<RosterChange> changes(RosterLine line) {
        KnownPerson person = new KnownPerson(
                known.id, known.name, known.mobile, known.gender, known.village, known.category, known.note);
        return RosterComparison.of(line, person, ZHAOJIA);
    }

    private static RosterLine line(String name, String mobile, VillageName village, String category, String note) {
        return new RosterLine(7, name, mobile, "0418", "#hash", Gender.MALE, 1970, village, category, note, "");
    }
}
