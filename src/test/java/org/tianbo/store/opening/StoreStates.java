package org.tianbo.store.opening;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.tianbo.certification.certificate.Certification;
import org.tianbo.platform.security.CurrentCounty;
import org.tianbo.testsupport.DatabaseOwner;
import org.tianbo.testsupport.Tokens;

/** The states of one trainee in zhenping on the way to an open store, made as the people there would make them. */
@ApplicationScoped
public class StoreStates {

    static final String TRAINEE = "keeps-a-store";
    static final String PHOTO_GATE = "edible-farm-produce";

    /** Those that point at others first. */
    private static final List<String> OF_A_STORE = List.of(
            "settled_months",
            "steady_turns",
            "first_orders",
            "order_decisions",
            "held_order_lines",
            "order_lines",
            "order_imports",
            "gate_checks",
            "gate_evidence",
            "store_turns",
            "photos",
            "hosted_sales",
            "stores",
            "certificate_revocations",
            "certificates",
            "readiness");

    @Inject
    Store stores;

    @Inject
    Certification certification;

    @Inject
    CurrentCounty county;

    /** Nothing is added to a store whose row is held: a job that found it steady a moment ago waits for the end. */
    static void aTraineeWithoutAnything() throws SQLException {
        List<String> statements =
                new ArrayList<>(List.of("select id from stores where county = 'zhenping' for update"));
        for (String table : OF_A_STORE) {
            statements.add("delete from " + table + " where county = 'zhenping'");
        }
        asOwner(statements.toArray(String[]::new));
    }

    /** As if the way there had been walked: {@code CertificatesIT} walks it. */
    void certified() throws SQLException {
        asOwner("insert into readiness (county, trainee, reviews, mark, ready_at) values ('zhenping', '" + me(TRAINEE)
                + "', 3, 70, now())");
        county.run("zhenping", () -> certification.pass(me(TRAINEE), me("officer2")));
    }

    String serial() {
        return county.as("zhenping", () -> certification.certificateOf(me(TRAINEE)))
                .orElseThrow()
                .serial();
    }

    private List<String> gates(String store) {
        return county.as("zhenping", () -> stores.store(UUID.fromString(store))).status().gates().stream()
                .map(gate -> gate.gate().rule())
                .toList();
    }

    void handedInAndChecked(String store) {
        Tokens.as(TRAINEE)
                .accept("text/html")
                .multiPart("words", "my own")
                .multiPart("photo", "IMG_1", PhonePhoto.lying(1200, 800), "image/jpeg")
                .post("/my-store/gates/" + PHOTO_GATE);
        for (String rule : gates(store)) {
            String evidence = county.as("zhenping", () -> stores.store(UUID.fromString(store)))
                    .status()
                    .gate(rule)
                    .submitted()
                    .map(submitted -> submitted.id().toString())
                    .orElse("");
            TestStores.page("officer2")
                    .formParams("evidence", evidence, "confirmed", true, "note", "当面看过")
                    .post("/stores/{id}/gates/{rule}", store, rule)
                    .then()
                    .statusCode(303);
        }
    }

    void opened(String store) {
        TestStores.page("officer2")
                .formParams("link", "https://shop.example/zhenping", "day", "2026-01-05", "note", "货架上三样货")
                .post("/stores/{id}/open", store)
                .then()
                .statusCode(303);
        TestStores.bring("officer2", store, "douyin", false, TestStores.fixture("douyin.csv"))
                .statusCode(200);
    }

    private static UUID me(String login) {
        return UUID.fromString(Tokens.as(login).get("/api/me").path("id"));
    }

    private static void asOwner(String... statements) throws SQLException {
        try (Connection owner = DatabaseOwner.connection();
                Statement statement = owner.createStatement()) {
            owner.setAutoCommit(false);
            statement.execute("set local tianbo.county = 'zhenping'");
            for (String sql : statements) {
                statement.execute(sql);
            }
            owner.commit();
        }
    }
}
