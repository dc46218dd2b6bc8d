package org.tianbo.people.opening;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tianbo.people.opening.VillageFile.VillageRow;
import org.tianbo.people.opening.VillagePlan.VillageLine;

class VillagePlanTest {

    private static final String A = "360981100201";
    private static final String B = "360981100202";
    private static final String C = "360981100203";

    @Test
    void whatTheFileNamesTheSameStaysAndWhatItDoesNotNameToo() {
        VillagePlan plan = VillagePlan.of(
                List.of(known(A, "上村", 3), known(B, "下村", 2)), List.of(), List.of(row(1, A, "上村"), row(2, C, "中村")));

        assertThat(plan.unchanged()).isEqualTo(1);
        assertThat(plan.added()).extracting(VillageLine::name).containsExactly("中村");
        assertThat(plan.missing()).extracting(VillageLine::name).containsExactly("下村");
        assertThat(plan.isToBeConfirmed()).isFalse();
    }

    @Test
    void aVillageWithoutACodeIsKnownByItsNameAndGetsOne() {
        VillagePlan plan = VillagePlan.of(List.of(known("", "上村", 3)), List.of(), List.of(row(1, A, "上村")));

        assertThat(plan.coded()).extracting(one -> one.code()).containsExactly(A);
        assertThat(plan.added()).isEmpty();
        assertThat(plan.missing()).isEmpty();
    }

    @Test
    void anotherNameUnderTheSameCodeIsARenaming() {
        VillagePlan plan = VillagePlan.of(List.of(known(A, "上村", 3)), List.of(), List.of(row(1, A, "新上村")));

        assertThat(plan.renamed()).singleElement().satisfies(one -> {
            assertThat(one.village().text()).isEqualTo("河镇 上村");
            assertThat(one.now()).isEqualTo("河镇 新上村");
        });
        assertThat(plan.isToBeConfirmed()).isTrue();
    }

    @Test
    void mergersEndWhereTheLastOneEnds() {
        VillagePlan plan = VillagePlan.of(
                List.of(known(A, "上村", 3), known(B, "下村", 2), known(C, "中村", 1)),
                List.of(),
                List.of(row(1, C, "中村"), merged(2, A, B), merged(3, B, C)));

        assertThat(plan.merged()).extracting(one -> one.into().code()).containsExactly(C, C);
        assertThat(plan.missing()).isEmpty();
        assertThat(plan.rejected()).isEmpty();
    }

    @Test
    void whatIsMergedIntoNothingOrInACircleIsSaidByItsLine() {
        VillagePlan plan = VillagePlan.of(
                List.of(known(A, "上村", 3), known(B, "下村", 2)), List.of(), List.of(merged(2, A, B), merged(3, B, A)));
        VillagePlan nowhere = VillagePlan.of(List.of(known(A, "上村", 3)), List.of(), List.of(merged(2, A, C)));

        assertThat(plan.rejected()).extracting(row -> row.line()).containsExactly(2, 3);
        assertThat(nowhere.rejected()).extracting(row -> row.line()).containsExactly(2);
    }

    @Test
    void theSameFileAgainChangesNothing() {
        List<VillageRow> rows = List.of(row(1, C, "中村"), merged(2, A, C));
        VillagePlan plan = VillagePlan.of(List.of(known(C, "中村", 4)), List.of(known(A, "上村", 3)), rows);

        assertThat(plan.changes()).isZero();
        assertThat(plan.rejected()).isEmpty();
        assertThat(plan.passed()).isEmpty();
    }

    @Test
    void aVillageWithoutACodeIsMergedByItsName() {
        List<VillageRow> rows = List.of(row(1, C, "中村"), new VillageRow(2, A, "河镇", "上村", C));
        VillagePlan plan = VillagePlan.of(List.of(known(C, "中村", 4), known("", "上村", 3)), List.of(), rows);
        VillagePlan again = VillagePlan.of(List.of(known(C, "中村", 7)), List.of(known("", "上村", 3)), rows);

        assertThat(plan.merged()).singleElement().satisfies(one -> {
            assertThat(one.village().text()).isEqualTo("河镇 上村");
            assertThat(one.into().code()).isEqualTo(C);
        });
        assertThat(plan.passed()).isEmpty();
        assertThat(again.changes()).isZero();
        assertThat(again.passed()).isEmpty();
    }

    @Test
    void aMergerOfAVillageThatNeverWasIsSaid() {
        VillagePlan plan =
                VillagePlan.of(List.of(known(C, "中村", 4)), List.of(), List.of(row(1, C, "中村"), merged(2, A, C)));

        assertThat(plan.passed()).extracting(VillageLine::code).containsExactly(A);
        assertThat(plan.isToBeConfirmed()).isFalse();
    }

    @Test
    void aNameThatAnotherVillageHasIsRefusedByItsLine() {
        VillagePlan plan =
                VillagePlan.of(List.of(known(A, "上村", 3), known("", "下村", 2)), List.of(), List.of(row(7, A, "下村")));
        VillagePlan both = VillagePlan.of(
                List.of(known(A, "上村", 3), known(B, "下村", 2)), List.of(), List.of(row(1, A, "下村"), row(2, B, "上村")));

        assertThat(plan.rejected()).singleElement().satisfies(row -> {
            assertThat(row.line()).isEqualTo(7);
            assertThat(row.first().code()).isEqualTo("opening.village-name-of-another");
        });
        assertThat(both.rejected()).isEmpty();
        assertThat(both.renamed()).hasSize(2);
    }

    private static VillageLine known(String code, String name, int people) {
        return new VillageLine(UUID.nameUUIDFromBytes(name.getBytes()), code, "河镇", name, people);
    }

    private static VillageRow row(int line, String code, String name) {
        return new VillageRow(line, code, "河镇", name, "");
    }

    private static VillageRow merged(int line, String code, String into) {
        return new VillageRow(line, code, "", "", into);
    }
}
