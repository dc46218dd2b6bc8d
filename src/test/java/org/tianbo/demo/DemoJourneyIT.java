package org.tianbo.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tianbo.certification.certificate.Certification;
import org.tianbo.certification.criteria.CertificationCriteria;
import org.tianbo.platform.security.CurrentCounty;
import org.tianbo.practice.Eventually;
import org.tianbo.store.IncomeStabilityView;
import org.tianbo.store.income.IncomeStability;
import org.tianbo.testsupport.TianboServices;
import org.tianbo.testsupport.Tokens;

@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
class DemoJourneyIT {

    @Inject
    DemoJourney road;

    @Inject
    Certification certification;

    @Inject
    IncomeStability steadiness;

    @Inject
    CurrentCounty county;

    @Test
    void oneGradedRehearsalIsEnoughInTheDemo() {
        assertThat(county.as(DemoPeople.ZHENPING, certification::criteria)).isEqualTo(new CertificationCriteria(1, 70));
    }

    @Test
    void oneTraineeReachesEveryStageUpToASteadyIncome() {
        county.run(DemoPeople.FENGCHENG, () -> {
            road.openHerClass();
            road.run(DemoJourney.REHEARSE);
        });
        UUID her = county.as(DemoPeople.FENGCHENG, road::her);
        Eventually.value(() -> steady(her), steady -> steady);

        Tokens.as("trainee8")
                .accept("text/html")
                .get("/")
                .then()
                .statusCode(200)
                .body(containsString("<li class=\"done\">证书</li>"))
                .body(containsString("<li class=\"done\">开店</li>"))
                .body(containsString("<li class=\"done\">收入</li>"));
        county.run(DemoPeople.FENGCHENG, () -> road.run(her.toString()));
        assertThat(county.as(DemoPeople.FENGCHENG, () -> steadiness.of(her))
                        .orElseThrow()
                        .reachedMonths())
                .containsExactly(3, 6);
    }

    private boolean steady(UUID her) {
        return county.as(DemoPeople.FENGCHENG, () -> steadiness.of(her))
                .filter(IncomeStabilityView::steady)
                .isPresent();
    }
}
