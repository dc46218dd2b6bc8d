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
        HelperView view =
                new HelperView(withAunt.id(), List.of(withAunt, withMother, helping(mother, State.OVER, false)));

        assertThat(view.forgotten()).isEmpty();
        assertThat(view.alsoForgotten()).containsExactly(withMother);
        assertThat(view.isDone()).isFalse();
    }

    @Test
    void whomItHelpsAgainAndWhoseOwnPhoneItIsAreNotForgotten() {
        Helping again = helping(mother, State.HELPS, false);
        HelperView view = new HelperView(
                again.id(), List.of(again, helping(mother, State.OVER, false), helping(aunt, State.OVER, true)));

        assertThat(view.forgotten()).isEmpty();
        assertThat(view.alsoForgotten()).isEmpty();
    }

    @Test
    void theCookieIsKeptAsLongAsAnythingIsAskedForOrGoesOn() {
        Helping over = helping(mother, State.OVER, false);

        assertThat(new HelperView(over.id(), List.of(helping(aunt, State.ASKED, false), over)).isDone())
                .isFalse();
        assertThat(new HelperView(over.id(), List.of(over)).isDone()).isTrue();
        assertThat(new HelperView(over.id(), List.of(over)).forgotten()).isEqualTo(mother.toString());
        assertThat(HelperView.NOBODY.isDone()).isTrue();
    }

    private static Helping helping(UUID trainee, State state, boolean samePhone) {
        Instant ended = state == State.OVER ? Instant.parse("2026-06-18T12:00:00Z") : null;
        return new Helping(Ids.next(), trainee, "演示", "女儿小芳", samePhone, state, ended, null);
    }
}
