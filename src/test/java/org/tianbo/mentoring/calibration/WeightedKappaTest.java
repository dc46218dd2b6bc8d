package org.tianbo.mentoring.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tianbo.curriculum.Text;
import org.tianbo.mentoring.MentorAgreements.Agreement;
import org.tianbo.mentoring.MentorAgreements.Given;

class WeightedKappaTest {

    private static final Text NOTHING = new Text("", "");

    @Test
    void whoGivesWhatIsDeservedAgreesWholly() {
        Agreement agreement = WeightedKappa.of(
                IntStream.range(0, 18).mapToObj(n -> given(n % 6, n % 6)).toList());

        assertThat(agreement.same()).isEqualTo(18);
        assertThat(agreement.percentNear()).isEqualTo(100);
        assertThat(agreement.kappa().orElseThrow()).isEqualTo(1);
    }

    @Test
    void differencesWeighByTheirSquare() {
        List<Given> all = IntStream.range(0, 20)
                .mapToObj(n -> n < 10 ? given(1, 1) : given(3, n % 2 == 0 ? 3 : 4))
                .toList();

        Agreement agreement = WeightedKappa.of(all);

        assertThat(agreement.same()).isEqualTo(15);
        assertThat(agreement.near()).isEqualTo(20);
        // The squares sum to 5; by chance to (10 × (5 × 4 + 5 × 9) + 10 × (10 × 4 + 5 × 1)) / 20.
        assertThat(agreement.kappa().orElseThrow()).isCloseTo(1 - 5 / (1100 / 20.0), within(1e-9));
    }

    @Test
    void ofFewScoresNothingIsSaid() {
        Agreement agreement = WeightedKappa.of(Collections.nCopies(17, given(2, 3)));

        assertThat(agreement.isTooFew()).isTrue();
        assertThat(agreement.kappa()).isEmpty();
    }

    @Test
    void whereOneLevelAloneIsGivenAndDeservedThereIsNoKappa() {
        assertThat(WeightedKappa.of(Collections.nCopies(18, given(4, 4))).kappa())
                .isEmpty();
        assertThat(WeightedKappa.of(List.of()).percentNear()).isZero();
    }

    /** Whoever scores without looking agrees as far as chance goes, and nobody more than wholly. */
    @Test
    void whoGuessesAgreesAsFarAsChance() {
        Random random = new Random(4);
        Agreement agreement = WeightedKappa.of(IntStream.range(0, 20_000)
                .mapToObj(n -> given(random.nextInt(6), random.nextInt(6)))
                .toList());

        assertThat(agreement.kappa().orElseThrow()).isCloseTo(0, within(0.03));
    }

    private static Given given(int given, int deserved) {
        return new Given(new UUID(0, 1), "", NOTHING, "x", NOTHING, given, deserved, Instant.EPOCH);
    }
}
