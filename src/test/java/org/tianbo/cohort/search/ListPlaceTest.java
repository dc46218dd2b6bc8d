package org.tianbo.cohort.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tianbo.platform.error.Refused;

class ListPlaceTest {

    private static final UUID PERSON = UUID.fromString("01900000-0000-7000-8000-000000000001");
    private static final PeopleOrder LAST_ACTIVE_FIRST = new PeopleOrder(PeopleOrder.Key.ACTIVE, true);

    @Test
    void comesBackFromAnAddressAsItWas() {
        ListPlace place = new ListPlace(PeopleOrder.BY_NAME, "zhang gui ying", PERSON);
        assertThat(ListPlace.parse(place.code(), PeopleOrder.BY_NAME)).isEqualTo(place);

        ListPlace time = new ListPlace(LAST_ACTIVE_FIRST, "2026-06-18T12:00:00.123456Z", PERSON);
        assertThat(ListPlace.parse(time.code(), LAST_ACTIVE_FIRST)).isEqualTo(time);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "?",
                "name",
                "name\nzhang",
                "name\nzhang\nnobody",
                "name\nzh\u0000ang\n01900000-0000-7000-8000-000000000001",
                "village\nzhang\n01900000-0000-7000-8000-000000000001"
            })
    void garbledPlacesAreRefused(String text) {
        String code = Base64.getUrlEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> ListPlace.parse(code, PeopleOrder.BY_NAME))
                .isInstanceOf(Refused.class)
                .hasMessage("cohort.refused");
        assertThatThrownBy(() -> ListPlace.parse(text + "§", PeopleOrder.BY_NAME))
                .isInstanceOf(Refused.class)
                .hasMessage("cohort.refused");
    }

    @Test
    void aPlaceAmongTimesHasATime() {
        String code = new ListPlace(LAST_ACTIVE_FIRST, "yesterday", PERSON).code();
        assertThatThrownBy(() -> ListPlace.parse(code, LAST_ACTIVE_FIRST))
                .isInstanceOf(Refused.class)
                .hasMessage("cohort.refused");
    }
}
