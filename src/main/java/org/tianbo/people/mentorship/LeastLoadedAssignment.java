package org.tianbo.people.mentorship;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.UUID;

/**
 * Assigns each trainee to the mentor who has the fewest at that moment, so that the numbers end as equal as possible.
 */
final class LeastLoadedAssignment {

    private LeastLoadedAssignment() {}

    private record Load(UUID mentor, int order, int trainees) {}

    /**
     * @param sizes how many trainees each mentor has, in the order that decides between equals
     * @return trainee to mentor
     */
    static Map<UUID, UUID> of(Collection<UUID> trainees, Map<UUID, Integer> sizes) {
        PriorityQueue<Load> lightest =
                new PriorityQueue<>(Comparator.comparingInt(Load::trainees).thenComparingInt(Load::order));
        List.copyOf(sizes.keySet())
                .forEach(mentor -> lightest.add(new Load(mentor, lightest.size(), sizes.get(mentor))));
        Map<UUID, UUID> shared = new LinkedHashMap<>();
        for (UUID trainee : trainees) {
            Load next = lightest.remove();
            shared.put(trainee, next.mentor());
            lightest.add(new Load(next.mentor(), next.order(), next.trainees() + 1));
        }
        return shared;
    }
}
