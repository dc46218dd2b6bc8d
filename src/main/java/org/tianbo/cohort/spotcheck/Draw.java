package org.tianbo.cohort.spotcheck;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.tianbo.platform.data.Sha256;

/**
 * Draws a sample that anybody can draw again with any tool: everybody is put in the order of the SHA-256 of the seed, a
 * blank and the id, and the first are taken. In what order the population is given makes no difference.
 */
public final class Draw {

    private static final int WHOLE = 100;

    private Draw() {}

    /** The sample, in the order in which it was drawn. */
    static List<UUID> sample(String seed, Collection<UUID> population, int size) {
        return population.stream()
                .distinct()
                .sorted(Comparator.comparing((UUID id) -> Sha256.hex(seed + " " + id))
                        .thenComparing(UUID::toString))
                .limit(size)
                .toList();
    }

    /** How many that is of a population; of a percentage, rounded up: of a few people there is somebody too. */
    static int size(int wanted, boolean percent, int population) {
        int size = percent
                ? BigDecimal.valueOf((long) wanted * population)
                        .divide(BigDecimal.valueOf(WHOLE), 0, RoundingMode.CEILING)
                        .intValueExact()
                : wanted;
        return Math.min(size, population);
    }

    /** SHA-256 of the ids in order, a line break behind each. */
    static String digest(Collection<UUID> population) {
        return Sha256.hex(sorted(population).stream().map(id -> id + "\n").collect(Collectors.joining()));
    }

    static List<UUID> sorted(Collection<UUID> population) {
        return population.stream()
                .distinct()
                .sorted(Comparator.comparing(UUID::toString))
                .toList();
    }
}
