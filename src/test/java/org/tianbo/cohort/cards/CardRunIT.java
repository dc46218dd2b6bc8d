package org.tianbo.cohort.cards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tianbo.cohort.enrolment.Classes;
import org.tianbo.people.Cards;
import org.tianbo.people.Cards.PreparedCard;
import org.tianbo.people.People;
import org.tianbo.platform.data.NativeQueries;
import org.tianbo.platform.security.CurrentCounty;
import org.tianbo.platform.security.Roles;
import org.tianbo.practice.Eventually;
import org.tianbo.testsupport.DatabaseOwner;
import org.tianbo.testsupport.Newcomers;
import org.tianbo.testsupport.TianboServices;
import org.tianbo.testsupport.Tokens;

/** Cards of a whole class; needs Keycloak, which gives out the PINs, and the rows that survive a restart. */
@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
class CardRunIT {

    private static final CardWords WORDS = new CardWords("田播", "登录名", "密码", "步骤", "丢了", "画", "点画");

    @Inject
    Classes classes;

    @Inject
    Newcomers newcomers;

    @Inject
    CardRunTable table;

    @Inject
    CardRunJob job;

    @Inject
    CardSeal seal;

    @Inject
    Cards cards;

    @Inject
    People people;

    @Inject
    CurrentCounty county;

    @Inject
    EntityManager entities;

    private UUID cohort;
    private List<UUID> trainees;

    @BeforeEach
    void aClassOfThree() {
        cohort = classes.open();
        trainees = classes.enrol(cohort, 3);
    }

    @Test
    void everybodyWithoutACardGetsOneInAFileThatIsRemovedOncePrinted() throws IOException {
        String begun = begin("officer1");
        assertThat(begin("officer1")).isEqualTo(begun);
        Eventually.value(() -> page("officer1", begun).asString(), page -> page.contains("cards.pdf"));

        Response file = page("officer1", begun + "/cards.pdf");
        file.then().statusCode(200).header("Cache-Control", equalTo("no-store"));
        try (PDDocument pdf = Loader.loadPDF(file.asByteArray())) {
            assertThat(pdf.getNumberOfPages()).isEqualTo(1);
            assertThat(new PDFTextStripper().getText(pdf))
                    .contains(inFengcheng(() -> people.trainee(trainees.get(0)).login()));
        }
        assertThat(inFengcheng(() -> cards.lastIssued(trainees))).hasSize(3);

        page("coordinator1", begun + "/cards.pdf").then().statusCode(404);
        page("coordinator1", begun).then().statusCode(200).body(not(containsString("cards.pdf")));
        page("officer2", begun).then().statusCode(404);
        assertThat(form("officer1").post("/cohorts/" + cohort + "/cards/runs").statusCode())
                .isEqualTo(422);

        form("officer1").post(begun + "/printed").then().statusCode(303);
        form("officer1").post(begun + "/printed").then().statusCode(303);
        page("officer1", begun + "/cards.pdf").then().statusCode(404);
        page("officer1", begun).then().statusCode(200).body(containsString("已在"));
    }

    @Test
    void whoIsBoundToVillagesSinceDoesNotFetchThePinsOfOthers() throws SQLException {
        String login = "had-all-villages";
        UUID coordinator = newcomers.join(login, Roles.COORDINATOR);
        String begun = begin(login);
        Eventually.value(() -> page(login, begun).asString(), page -> page.contains("cards.pdf"));
        page(login, begun + "/cards.pdf").then().statusCode(200);
        try (Connection owner = DatabaseOwner.connection();
                Statement statement = owner.createStatement()) {
            statement.execute("set tianbo.county = '*'");
            statement.execute("insert into staff (county, person, role, all_villages, account, invited_at, version)"
                    + " values ('fengcheng', '" + coordinator + "', 'coordinator', false, 'READY', now(), 1)");
        }

        page(login, begun + "/cards.pdf").then().statusCode(404);
    }

    /** A process stops at any of these lines; the next one runs the job again. */
    @Test
    @ActivateRequestContext
    void afterARestartNobodyHasTwoCardsAndTheStoredPinHolds() {
        UUID run = UUID.randomUUID();
        UUID by = trainees.get(0);
        PreparedCard issued = cards.prepare();
        PreparedCard begun = cards.prepare();
        inFengcheng(() -> {
            Instant asked = Instant.now();
            table.add(run, cohort, by, asked, WORDS, trainees);
            table.begin(run, 1, issued.id(), sealed(run, 0, issued), asked);
            cards.issue(trainees.get(0), by, asked, issued);
            table.begin(run, 2, begun.id(), sealed(run, 1, begun), asked);
            assertThat(table.begin(run, 2, UUID.randomUUID(), new byte[40], asked))
                    .as("begun by another already")
                    .isFalse();
            return null;
        });
        Instant elsewhere = Instant.now();
        inFengcheng(() -> cards.issue(trainees.get(2), by, elsewhere, cards.prepare()));

        inFengcheng(() -> {
            job.run(run.toString());
            job.run(run.toString());
            return null;
        });

        CardRun made = inFengcheng(() -> table.one(run)).orElseThrow();
        assertThat(made.made()).isEqualTo(2);
        assertThat(made.meanwhile()).isEqualTo(1);
        assertThat(made.isReady()).isTrue();
        assertThat(signIn(trainees.get(0), issued.pin())).isEqualTo(200);
        assertThat(signIn(trainees.get(1), begun.pin())).isEqualTo(200);
        assertThat(inFengcheng(() -> cards.isIssued(begun.id()))).isTrue();
        assertThat(inFengcheng(() -> table.made(run)))
                .allSatisfy(one -> assertThat(one.pin()).isNull());
    }

    /** The PIN of the second cannot be read; the third got another card after this one, the fourth's was withdrawn. */
    @Test
    @ActivateRequestContext
    void onePersonsFaultStopsNobodyElseAndAReplacedCardIsNotPrinted() {
        UUID run = UUID.randomUUID();
        UUID by = trainees.get(0);
        PreparedCard replaced = cards.prepare();
        PreparedCard withdrawn = cards.prepare();
        UUID fourth = classes.enrol(cohort, 1).get(0);
        CardRun made = inFengcheng(() -> {
            Instant asked = Instant.now();
            table.add(run, cohort, by, asked, WORDS, List.of(by, trainees.get(1), trainees.get(2), fourth));
            table.begin(run, 4, withdrawn.id(), new byte[40], asked);
            cards.issue(fourth, by, asked, withdrawn);
            table.done(run, 4, CardRunTable.Outcome.MADE);
            table.done(run, 4, CardRunTable.Outcome.REFUSED);
            assertThat(table.holders(run)).as("what became of it first").containsExactly(fourth);
            cards.withdraw(fourth);
            table.begin(run, 2, UUID.randomUUID(), new byte[40], asked);
            table.begin(run, 3, replaced.id(), sealed(run, 2, replaced), asked);
            cards.issue(trainees.get(2), by, asked, replaced);
            table.done(run, 3, CardRunTable.Outcome.MADE);
            cards.issue(trainees.get(2), by, Instant.now().plusSeconds(1), cards.prepare());
            job.run(run.toString());
            return table.one(run).orElseThrow();
        });

        assertThat(made.isReady()).isTrue();
        assertThat(made.made()).isEqualTo(1);
        assertThat(made.refused()).isEqualTo(1);
        assertThat(made.meanwhile()).isEqualTo(2);
    }

    /** Nobody of these is in the class: that costs no card, and is done in slices as any run. */
    @Test
    @ActivateRequestContext
    void aLongRunIsDoneInSlicesThatEachBeginTheNext() {
        UUID run = UUID.randomUUID();
        List<UUID> strangers = classes.enrol(classes.open(), 60);
        inFengcheng(() -> {
            table.add(run, cohort, trainees.get(0), Instant.now(), WORDS, strangers);
            for (int place = 1; place < 60; place++) {
                table.done(run, place, CardRunTable.Outcome.GONE);
            }
            return null;
        });
        // The first slice once more, as after a crash, while the third is at its place 60.
        List<String> enqueued = classes.inFengcheng(() -> {
            job.run(run.toString());
            return slices(run);
        });
        assertThat(enqueued).containsExactly("fengcheng/" + run + "/51");

        CardRun ended = Eventually.value(() -> inFengcheng(() -> table.one(run)).orElseThrow(), one -> !one.isMaking());
        assertThat(ended.gone()).isEqualTo(60);
    }

    private List<String> slices(UUID run) {
        return NativeQueries.<String>ofOneColumn(
                        entities, "select task_instance from scheduled_tasks where task_instance like :run")
                .setParameter("run", "%" + run + "%")
                .getResultList();
    }

    /** Its file cannot be made, for a stored PIN cannot be read. */
    @Test
    @ActivateRequestContext
    void aRunThatIsGivenUpForgetsItsPinsAndFreesTheClass() {
        UUID run = UUID.randomUUID();
        CardRun failed = inFengcheng(() -> {
            PreparedCard card = cards.prepare();
            Instant asked = Instant.now();
            table.add(run, cohort, trainees.get(0), asked, WORDS, trainees);
            table.begin(run, 1, card.id(), new byte[40], asked);
            cards.issue(trainees.get(0), trainees.get(0), asked, card);
            table.done(run, 1, CardRunTable.Outcome.MADE);
            job.onExhausted(run.toString());
            return table.one(run).orElseThrow();
        });

        assertThat(failed.isMaking()).isFalse();
        assertThat(failed.failed()).isTrue();
        assertThat(failed.isReady()).isFalse();
        assertThat(inFengcheng(() -> table.made(run)))
                .allSatisfy(one -> assertThat(one.pin()).isNull());
        page("officer1", "/cohorts/" + cohort + "/cards/runs/" + run)
                .then()
                .statusCode(200)
                .body(containsString("文件没做成"));
        assertThat(begin("officer1")).doesNotContain(run.toString());
    }

    private byte[] sealed(UUID run, int trainee, PreparedCard card) {
        return seal.seal(card.pin().getBytes(StandardCharsets.UTF_8), run + " " + trainees.get(trainee));
    }

    private int signIn(UUID trainee, String pin) {
        String login = inFengcheng(() -> people.trainee(trainee).login());
        return RestAssured.given()
                .formParams(Map.of(
                        "grant_type", "password",
                        "client_id", "tianbo-cli",
                        "scope", "openid",
                        "username", login,
                        "password", pin))
                .post("/auth/realms/tianbo/protocol/openid-connect/token")
                .statusCode();
    }

    private <T> T inFengcheng(Supplier<T> work) {
        return county.as("fengcheng", work);
    }

    private String begin(String login) {
        Response begun = form(login).formParam("seen", "1").post("/cohorts/" + cohort + "/cards/runs");
        begun.then().statusCode(303);
        return URI.create(begun.header("Location")).getPath();
    }

    private static Response page(String login, String path) {
        return form(login).accept("text/html,application/pdf").get(path);
    }

    private static RequestSpecification form(String login) {
        return Tokens.as(login).accept("text/html").redirects().follow(false);
    }
}
