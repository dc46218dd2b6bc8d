package org.tianbo.learning.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.tianbo.curriculum.Curriculum;
import org.tianbo.curriculum.Quiz;
import org.tianbo.curriculum.QuizOrder;
import org.tianbo.curriculum.document.Document;
import org.tianbo.curriculum.document.DocumentKind;
import org.tianbo.learning.progress.PhoneRecords;
import org.tianbo.platform.data.Ids;
import org.tianbo.platform.security.Roles;
import org.tianbo.testsupport.Newcomers;
import org.tianbo.testsupport.TianboServices;
import org.tianbo.testsupport.Tokens;

/**
 * A lesson that was withdrawn while a phone was without a network. It is published here as others were once, and never
 * current: PostgreSQL keeps every version for ever.
 */
@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
class WithdrawnLessonIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String TAUGHT = "first-sentence";
    private static final String WITHDRAWN = "withdrawn-meanwhile";
    private static final String PAGE = "/learn/speaking-to-camera/" + WITHDRAWN;
    private static final String TRAINEE = "learned-what-is-gone";

    @Inject
    Newcomers newcomers;

    @Inject
    PhoneRecords phones;

    @Inject
    Curriculum curriculum;

    @Inject
    DataSource database;

    @Test
    void whatWasLearnedOfItIsKeptAndMarkedAndThePageSaysThatItIsGone() {
        UUID trainee = newcomers.join(TRAINEE, Roles.TRAINEE);
        String version = publishedOnce();
        UUID answered = Ids.next();

        phones.send(TRAINEE, phones.call(finished(version), answers(answered, trainee, version)))
                .body("results.status", equalTo(List.of("accepted", "accepted")));

        Response marked = page(PAGE + "/quiz/marked/" + answered);
        assertThat(marked.statusCode()).isEqualTo(200);
        assertThat(marked.asString()).contains("data-result=\"passed\"");
        Response gone = page(PAGE);
        assertThat(gone.statusCode()).isEqualTo(404);
        assertThat(gone.asString()).contains("它已经撤下来了", "还算数");
        assertThat(page("/").statusCode()).isEqualTo(200);
        assertThat(page("/learn").asString()).doesNotContain(WITHDRAWN);
    }

    private ObjectNode finished(String version) {
        ObjectNode record = phones.record(Ids.next(), "lesson.completed", phones.now());
        record.putObject("data").put("lesson", WITHDRAWN).put("version", version);
        return record;
    }

    private ObjectNode answers(UUID id, UUID trainee, String version) {
        ObjectNode record = phones.record(id, "quiz.submitted", phones.now());
        ObjectNode data = record.putObject("data");
        ObjectNode answers = data.put("lesson", WITHDRAWN)
                .put("version", version)
                .put("round", 0)
                .putObject("answers");
        Quiz asked = curriculum.quiz(WITHDRAWN, version).drawn(QuizOrder.of(trainee, WITHDRAWN, 0));
        asked.items().forEach(item -> item.answers().forEach(answers.withArray(item.id())::add));
        return record;
    }

    private static Response page(String path) {
        return Tokens.as(TRAINEE)
                .header("Accept", "text/html")
                .header("Accept-Language", "zh-CN")
                .get(path);
    }

    /** @return its version */
    private String publishedOnce() {
        return QuarkusTransaction.requiringNew().call(() -> {
            try (Connection connection = database.getConnection()) {
                Document withdrawn = Document.of(DocumentKind.LESSON, WITHDRAWN, body(connection));
                try (PreparedStatement insert = connection.prepareStatement(
                        "insert into content_versions (kind, slug, version, body, published_at)"
                                + " values (?, ?, ?, ?::jsonb, now()) on conflict do nothing")) {
                    insert.setString(1, withdrawn.kind().name());
                    insert.setString(2, withdrawn.slug());
                    insert.setString(3, withdrawn.version());
                    insert.setString(4, withdrawn.body().toString());
                    insert.executeUpdate();
                }
                return withdrawn.version();
            }
        });
    }

    private ObjectNode body(Connection connection) throws SQLException, IOException {
        try (PreparedStatement select = connection.prepareStatement(
                "select body from content_versions where kind = 'LESSON' and slug = ? and version = ?")) {
            select.setString(1, TAUGHT);
            select.setString(2, curriculum.lesson(TAUGHT).version());
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return JSON.readValue(row.getString(1), ObjectNode.class);
            }
        }
    }
}
