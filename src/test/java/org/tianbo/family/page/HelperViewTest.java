package org.tianbo.family.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tianbo.family.helping.Helping;
import org.tianbo.family.helping.Helping.State;
import org.tianbo.family.page.HelpingPages.HelperView;
import org.tianbo.platform.data.Ids;

class HelperViewTest {

    private final UUID mother = Ids.next();
    private final UUID aunt = Ids.next();

    @Test
    void whoEndedItWhileTheHelperIsTurnedToAnotherIsForgottenToo() {
        Helping withMother = helping(mother, State.OVER, false);
        Helping withAunt = helping(aunt, State.HELPS, false);
        Helping before = helping(mother, State.OVER, false);
        HelperView view = new HelperView(withAunt.id(), List.of(withAunt, withMother), List.of(withMother, before));

        assertThat(view.forgotten()).isEmpty();
        assertThat(view.alsoForgotten()).containsExactly(withMother);
        assertThat(view.isDone()).isFalse();
    }

    @Test
    void whoseThingsWentAlreadyIsNotForgottenAgain() {
        Helping over = helping(mother, State.OVER, false);
        HelperView view = new HelperView(over.id(), List.of(over), List.of());

        assertThat(view.forgotten()).isEmpty();
        assertThat(view.alsoForgotten()).isEmpty();
    }

    @Test
    void whomItAsksToHelpAgainIsForgottenUntilTheySayYes() {
        Helping over = helping(mother, State.OVER, false);
        Helping asks = helping(mother, State.ASKED, false);
        HelperView view = new HelperView(asks.id(), List.of(asks, over), List.of(over));

        assertThat(view.forgotten()).isEmpty();
        assertThat(view.alsoForgotten()).containsExactly(over);
    }

    @Test
    void theCookieIsKeptAsLongAsAnythingIsAskedForGoesOnOrIsStored() {
        Helping over = helping(mother, State.OVER, false);
        Helping asks = helping(aunt, State.ASKED, false);

        assertThat(new HelperView(over.id(), List.of(asks, over), List.of()).isDone())
                .isFalse();
        assertThat(new HelperView(over.id(), List.of(over), List.of()).isDone()).isTrue();
        HelperView stored = new HelperView(over.id(), List.of(over), List.of(over));
        assertThat(stored.isDone()).isFalse();
        assertThat(stored.forgotten()).isEqualTo(mother.toString());
        assertThat(HelperView.NOBODY.isDone()).isTrue();
    }

    private static Helping helping(UUID trainee, State state, boolean samePhone) {
        Instant ended = state == State.OVER ? Instant.parse("2026-06-18T12:00:00Z") : null;
        return new Helping(Ids.next(), trainee, "演示", "女儿小芳", samePhone, state, ended, null);
    }
}
