package org.tianbo.people.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tianbo.people.Cards.IssuedCard;

class PicturePinTest {

    @Test
    void threePicturesInTheirOrderAreAPassword() {
        Iterator<Integer> drawn = List.of(6, 12, 21).iterator();

        String pin = PicturePin.draw(most -> {
            assertThat(most).isEqualTo(24);
            return drawn.next();
        });

        assertThat(pin).isEqualTo("pic-07-13-22");
        assertThat(new IssuedCard(null, pin).pictures()).containsExactly("p07", "p13", "p22");
        assertThat(new IssuedCard(null, "481516").pictures()).isEmpty();
    }

    @Test
    void threeTimesTheSameIsDrawnAgain() {
        Iterator<Integer> drawn = List.of(3, 3, 3, 3, 3, 4).iterator();

        assertThat(PicturePin.draw(most -> drawn.next())).isEqualTo("pic-04-04-05");
    }
}
