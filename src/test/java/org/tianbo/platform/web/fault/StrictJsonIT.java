package org.tianbo.platform.web.fault;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tianbo.platform.web.Problem;
import org.tianbo.testsupport.TianboServices;
import org.tianbo.testsupport.Tokens;

/** That every call that takes JSON reads it strictly: needs the application as Quarkus puts it together. */
@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
class StrictJsonIT {

    private static final String ANY = "019b2f00-0000-7000-8000-000000000001";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    trainee1 | POST | sync              | {"device": 1, "records": \
                    []}                                                | device
                    trainee1 | POST | sync              | {"device": "d", "records": [{"id": "x", "type": \
                    "lesson.opened", "at": 5}]} | records[0].at
                    trainee1 | POST | sync              | {"device": "d", "records": \
                    "none"}                                          | records
                    trainee1 | POST | word-checks       | {"text": \
                    1e400}                                                             | text
                    trainee1 | PUT  | attempts/ANY      | {"title": true, "format": \
                    "pitch"}                                          | title
                    trainee1 | PUT  | attempts/ANY      | {"title": "t", "title": "u", "format": \
                    "pitch"}                             | title
                    trainee1 | PUT  | attempts/ANY      | {"title": "t", "format": "pitch", "products": \
                    [1]}                          | products[0]
                    trainee1 | POST | attempts/ANY/finish | {"takes": [{"take": 1.5, "chunks": \
                    1}]}                                   | takes[0].take
                    trainee1 | POST | attempts/ANY/finish | {"takes": [{"take": 1, "chunks": \
                    "1"}]}                                   | takes[0].chunks
                    trainee1 | POST | attempts/ANY/finish | {"takes": [{"take": 1, "chunks": 1, "startedAt": \
                    1781784845}]}            | takes[0].startedAt
                    trainee1 | POST | attempts/ANY/finish | {"takes": [{"take": 1, "chunks": 1, "startedAt": \
                    "+999999999-12-31T23:59:59Z"}]} | takes[0].startedAt
                    mentor1  | POST | reviews/claim     | {"attempt": \
                    "AZsvAAAAcACAAAAAAAAAAQ=="}                                     | attempt
                    mentor1  | PUT  | reviews/ANY       | {"marks": {"opening": \
                    3.5}}                                                 | marks.opening
                    mentor1  | PUT  | reviews/ANY       | {"marks": {"opening": \
                    "4"}}                                                 | marks.opening
                    mentor1  | PUT  | reviews/ANY       | {"compliance": {"broken": \
                    1}}                                               | compliance.broken
                    mentor1  | PUT  | reviews/ANY       | {"moments": [{"fromMs": \
                    1e400}]}                                            | moments[0].fromMs
                    """)
    void aValueOfAnotherTypeIsRefusedByName(String login, String method, String path, String body, String field) {
        Tokens.as(login)
                .contentType("application/json")
                .body(body)
                .request(method, "/api/" + path.replace("ANY", ANY))
                .then()
                .statusCode(422)
                .contentType(Problem.MEDIA_TYPE)
                .body("errors.field", hasItem(equalTo(field)));
    }
}
