package org.tianbo.people.mentorship;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LeastLoadedAssignmentTest {

    private static final UUID CHEN = UUID.fromString("00000000-0000-7000-8000-000000000001");
    private static final UUID LI = UUID.fromString("00000000-0000-7000-8000-000000000002");
    private static final UUID ZHAO = UUID.fromString("00000000-0000-7000-8000-000000000003");

    @Test
    void equalMentorsGetEqualShares() {
        Map<UUID, UUID> shared = LeastLoadedAssignment.of(trainees(9), sizes(0, 0, 0));

        assertThat(shared).hasSize(9);
        assertThat(List.of(shareOf(CHEN, shared), shareOf(LI, shared), shareOf(ZHAO, shared)))
                .containsOnly(3);
    }

    @Test
    void whoHasFewerCatchesUpFirst() {
        Map<UUID, UUID> shared = LeastLoadedAssignment.of(trainees(7), sizes(20, 17, 18));

        assertThat(shareOf(CHEN, shared)).isEqualTo(1);
        assertThat(shareOf(LI, shared)).isEqualTo(4);
        assertThat(shareOf(ZHAO, shared)).isEqualTo(2);
    }

    @Test
    void theOrderDecidesBetweenEquals() {
        assertThat(LeastLoadedAssignment.of(trainees(1), sizes(4, 4, 4))).containsValue(CHEN);
    }

    @Test
    void nobodyWaitingChangesNothing() {
        assertThat(LeastLoadedAssignment.of(List.of(), sizes(1, 2, 3))).isEmpty();
    }

    private static List<UUID> trainees(int count) {
        return Stream.generate(UUID::randomUUID).limit(count).toList();
    }

    private static Map<UUID, Integer> sizes(int chen, int li, int zhao) {
        Map<UUID, Integer> sizes = new LinkedHashMap<>();
        sizes.put(CHEN, chen);
        sizes.put(LI, li);
        sizes.put(ZHAO, zhao);
        return sizes;
    }

    private static int shareOf(UUID mentor, Map<UUID, UUID> shared) {
        return Collections.frequency(shared.values(), mentor);
    }
}
