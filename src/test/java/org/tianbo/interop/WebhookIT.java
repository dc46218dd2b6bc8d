package org.tianbo.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tianbo.cohort.MilestonesRecorded;
import org.tianbo.cohort.Stage;
import org.tianbo.people.Counties;
import org.tianbo.platform.data.Ids;
import org.tianbo.platform.security.CurrentCounty;
import org.tianbo.platform.security.Roles;
import org.tianbo.practice.Eventually;
import org.tianbo.testsupport.Newcomers;
import org.tianbo.testsupport.TianboServices;
import org.tianbo.testsupport.Tokens;

/**
 * Milestones are brought to an address that an officer gave. Needs the application with its jobs and database: what is
 * proven is what arrives at another system, and when.
 */
@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
class WebhookIT {

    private static final String COUNTY = "webhook-county";
    private static final String OFFICER = "webhook-officer";
    private static final String HERE = "/county/connections";
    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject
    Newcomers newcomers;

    @Inject
    Counties counties;

    @Inject
    CurrentCounty county;

    @Inject
    Event<MilestonesRecorded> milestones;

    private final List<String> added = new ArrayList<>();
    private Receiver receiver;
    private UUID trainee;
    private UUID other;

    @BeforeEach
    @ActivateRequestContext
    void aCountyOfTheTestsOwnAndSomebodyWhoListens() throws IOException {
        counties.open(COUNTY, "通知县", "Webhook county");
        newcomers.join(COUNTY, OFFICER, Roles.OFFICER);
        trainee = newcomers.join(COUNTY, "webhook-trainee", Roles.TRAINEE);
        other = newcomers.join(COUNTY, "webhook-other", Roles.TRAINEE);
        receiver = new Receiver();
    }

    @AfterEach
    void nobodyListensAnyMore() {
        added.forEach(id -> post(HERE + "/" + id + "/remove").statusCode(303));
        receiver.close();
    }

    @Test
    void whoHoldsTheSecretKnowsThatAMessageIsOursAndItSaysNoName() throws Exception {
        Hook hook = add(receiver.address("/hooks"));
        post(hook.page() + "/test").statusCode(303);
        recorded(trainee, Stage.CERTIFIED, true);
        recorded(trainee, Stage.CERTIFIED, false);

        List<Receiver.Sent> sent = Eventually.value(receiver::all, all -> all.size() >= 3);
        assertThat(sent).hasSize(3).allSatisfy(one -> {
            assertThat(one.header("webhook-signature")).isEqualTo(signature(hook.secret(), one));
            assertThat(one.body()).doesNotContain("webhook-trainee");
        });
        assertThat(sent.stream().map(WebhookIT::type))
                .containsExactly("connection.test", "milestone.reached", "milestone.lost");
        assertThat(JSON.readTree(sent.get(1).body()).path("data").path("stage").textValue())
                .isEqualTo("certified");
        assertThat(JSON.readTree(sent.get(1).body()).path("data").path("person").textValue())
                .isEqualTo(trainee.toString());
        assertThat(ids(sent)).hasSize(3);

        String shown =
                Eventually.value(() -> Tokens.page(OFFICER, hook.page()), page -> page.split("送到，用了", -1).length == 4);
        assertThat(shown).contains("对方回答 204").doesNotContain(hook.secret());

        String replayed = sent.get(1).header("webhook-id");
        post(hook.page() + "/deliveries/" + replayed + "/replay").statusCode(303);
        List<Receiver.Sent> again = Eventually.value(receiver::all, all -> all.size() >= 4);
        assertThat(again.get(3).header("webhook-id")).isEqualTo(replayed);
        assertThat(again.get(3).body()).isEqualTo(sent.get(1).body());
    }

    @Test
    void whatIsRefusedComesAgainUnderTheSameIdAndHoldsUpNobodyElse() {
        Set<String> refused = new HashSet<>();
        receiver.answers(
                sent -> sent.body().contains(trainee.toString()) && refused.add(sent.header("webhook-id")) ? 422 : 200);
        add(receiver.address("/hooks"));
        recorded(trainee, Stage.READY, true);
        recorded(trainee, Stage.CERTIFIED, true);
        recorded(other, Stage.READY, true);

        List<Receiver.Sent> all = Eventually.value(receiver::all, sent -> sent.size() >= 5);
        List<String> mine = all.stream()
                .filter(one -> one.body().contains(trainee.toString()))
                .map(one -> one.header("webhook-id"))
                .toList();
        // Each is refused once and comes again before the next one of the same person.
        assertThat(mine).hasSize(4);
        assertThat(mine.get(0)).isEqualTo(mine.get(1));
        assertThat(mine.get(2)).isEqualTo(mine.get(3)).isNotEqualTo(mine.get(0));
        assertThat(all).anySatisfy(one -> assertThat(one.body()).contains(other.toString()));
    }

    @Test
    void afterSomeTriesWeStopAndSaySoAndNothingIsLost() {
        receiver.answers(sent -> 500);
        Hook hook = add(receiver.address("/hooks"));
        recorded(trainee, Stage.READY, true);
        recorded(trainee, Stage.CERTIFIED, true);

        String stopped = Eventually.value(() -> Tokens.page(OFFICER, hook.page()), page -> page.contains("我们停了"));
        assertThat(stopped).contains("试了 3 次没送到").contains("对方回答 500");
        assertThat(ids(receiver.all())).hasSize(1);
        assertThat(Tokens.page(OFFICER, "/today")).contains("别的系统送不到");

        receiver.answers(sent -> 204);
        String exhausted = receiver.all().get(0).header("webhook-id");
        post(hook.page() + "/deliveries/" + exhausted + "/replay").statusCode(303);
        post(hook.page() + "/start").statusCode(303);
        List<Receiver.Sent> all =
                Eventually.value(receiver::all, sent -> ids(sent).size() >= 2);
        assertThat(all.get(all.size() - 2).header("webhook-id")).isEqualTo(exhausted);
        assertThat(all.get(all.size() - 1).body()).contains("\"certified\"");
    }

    @Test
    void whoeverAnswersSlowlyKeepsNobodyElseWaiting() {
        CountDownLatch heard = new CountDownLatch(1);
        receiver.answers(sent -> {
            if (sent.path().equals("/slow")) {
                await(heard);
            }
            return 200;
        });
        add(receiver.address("/slow"));
        add(receiver.address("/quick"));
        recorded(trainee, Stage.READY, true);

        Eventually.value(
                receiver::all, all -> all.stream().anyMatch(one -> one.path().equals("/quick")));
        heard.countDown();
    }

    @Test
    void whatIsPausedWaitsUntilItGoesOn() {
        Hook hook = add(receiver.address("/hooks"));
        post(hook.page() + "/pause").statusCode(303);
        recorded(trainee, Stage.READY, true);
        assertThat(Tokens.page(OFFICER, hook.page())).contains("等着送");
        assertThat(receiver.all()).isEmpty();

        post(hook.page() + "/start").statusCode(303);
        Eventually.value(receiver::all, all -> all.size() == 1);
    }

    @ParameterizedTest
    @CsvSource({
        "http://hooks.example.org/x, https://",
        "ftp://hooks.example.org/x, https://",
        "https://localhost/x, 公开",
        "https://127.0.0.2/x, 公开",
        "https://[::1]/x, 公开",
        "https://[::ffff:10.0.0.1]/x, 公开",
        "https://10.1.2.3/x, 公开",
        "https://169.254.169.254/latest, 公开",
        "https://2130706433/x, 公开",
        "https://1.1.1.1:22/x, 443",
        "https://1.1.1.1/x?key=1, 后面那一段",
        "https://a:b@hooks.example.org/x, 不是一个网址",
        "hooks.example.org, 不是一个网址",
        "https://, 不是一个网址"
    })
    void anAddressThatOnlyOurOwnNetworkReachesIsRefused(String address, String words) {
        form(HERE + "/webhooks", "某某平台", address).statusCode(422).body(containsString(words));
    }

    @Test
    void anotherCountysOfficerFindsNothingThere() {
        Hook hook = add(receiver.address("/hooks"));
        Tokens.as("officer2").accept("text/html").get(hook.page()).then().statusCode(404);
        Tokens.as("officer2")
                .accept("text/html")
                .post(hook.page() + "/pause")
                .then()
                .statusCode(404);
    }

    private record Hook(String page, String secret) {}

    private Hook add(String address) {
        String shown = form(HERE + "/webhooks", "某某平台", address)
                .statusCode(200)
                .extract()
                .asString();
        String id = found(shown, HERE + "/([0-9a-f-]{36})");
        added.add(id);
        return new Hook(HERE + "/" + id, found(shown, "whsec_([A-Za-z0-9+/=]+)"));
    }

    private void recorded(UUID who, Stage stage, boolean reached) {
        county.run(COUNTY, () -> QuarkusTransaction.requiringNew()
                .run(() -> milestones.fire(new MilestonesRecorded(
                        Ids.next(), List.of(new MilestonesRecorded.Recorded(who, stage, reached, Instant.now()))))));
    }

    private static ValidatableResponse post(String path) {
        return Tokens.as(OFFICER)
                .accept("text/html")
                .redirects()
                .follow(false)
                .post(path)
                .then();
    }

    private static ValidatableResponse form(String path, String name, String address) {
        return Tokens.as(OFFICER)
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .accept("text/html")
                .formParam("name", name)
                .formParam("address", address)
                .post(path)
                .then();
    }

    private static String found(String page, String pattern) {
        Matcher matcher =
                Pattern.compile(pattern).matcher(page.replace("&#43;", "+").replace("&#61;", "="));
        assertThat(matcher.find()).as(pattern).isTrue();
        return matcher.group(1);
    }

    private static String signature(String secret, Receiver.Sent sent) {
        String signed = sent.header("webhook-id") + "." + sent.header("webhook-timestamp") + "." + sent.body();
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret), "HmacSHA256"));
            return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String type(Receiver.Sent sent) {
        return found(sent.body(), "\"type\":\"([a-z.]+)\"");
    }

    private static Set<String> ids(List<Receiver.Sent> sent) {
        return new HashSet<>(sent.stream().map(one -> one.header("webhook-id")).toList());
    }

    private static void await(CountDownLatch heard) {
        Eventually.value(heard::getCount, left -> left == 0);
    }
}
