package org.tianbo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tianbo.House.Place;
import org.tianbo.House.Use;

/** Each kind of arrow against the plan is found, and said in one line that names who uses what. */
class HouseTest {

    private static final Map<String, Set<String>> FEATURES =
            Map.of("people", Set.of(), "store", Set.of("people"), House.PLATFORM, Set.of());
    private static final Map<String, Map<String, Set<String>>> ROOMS =
            Map.of("store", Map.of("income", Set.of("orders"), "orders", Set.of()));

    @Test
    void aFeatureIsUsedAtItsRoot() {
        assertThat(allowed("store/orders.Orders -> people.People")).isTrue();
        assertThat(allowed("store/orders.Orders -> people/person.Person")).isFalse();
        assertThat(allowed("people.People -> store.Stores")).isFalse();
    }

    @Test
    void theGroundIsUsedByAllAndUsesNoFeature() {
        assertThat(allowed("store/orders.Orders -> platform/data.Ids")).isTrue();
        assertThat(allowed("platform/data.Ids -> people.People")).isFalse();
    }

    @Test
    void insideAFeatureThePageUsesRoomsAndRoomsUseTheRoot() {
        assertThat(allowed("store/page.Pages -> store/orders.Orders")).isTrue();
        assertThat(allowed("store/orders.Orders -> store.Store")).isTrue();
        assertThat(allowed("store/income.Income -> store/orders.Orders")).isTrue();
        assertThat(allowed("store/orders.Orders -> store/income.Income")).isFalse();
        assertThat(allowed("store/orders.Orders -> store/page.Pages")).isFalse();
        assertThat(allowed("store.Store -> store/orders.Orders")).isFalse();
    }

    @Test
    void aCircleNamesAllThatAreOnIt() {
        assertThat(House.onCircles("store/", Map.of("orders", Set.of("income"), "income", Set.of("orders"))))
                .containsExactly("store/income", "store/orders");
    }

    /** @param line as a failed build says it */
    private static boolean allowed(String line) {
        String[] sides = line.split(" -> ");
        Use use = new Use(place(sides[0]), type(sides[0]), place(sides[1]), type(sides[1]));
        assertThat(use).hasToString(line);
        return House.isAllowed(use, FEATURES, ROOMS);
    }

    private static Place place(String side) {
        String[] parts = side.substring(0, side.indexOf('.')).split("/");
        return new Place(parts[0], parts.length > 1 ? parts[1] : House.ROOT);
    }

    private static String type(String side) {
        return side.substring(side.indexOf('.') + 1);
    }
}
