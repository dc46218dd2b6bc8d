package org.tianbo.interop;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tianbo.curriculum.Curriculum;
import org.tianbo.curriculum.LessonSummary;
import org.tianbo.interop.statement.Statement;
import org.tianbo.interop.statement.StatementFilter;
import org.tianbo.interop.statement.StatementPage;
import org.tianbo.interop.statement.Statements;
import org.tianbo.learning.progress.PhoneRecords;
import org.tianbo.people.Counties;
import org.tianbo.platform.security.CountyWrites;
import org.tianbo.platform.security.CurrentCounty;
import org.tianbo.platform.security.Roles;
import org.tianbo.practice.Eventually;
import org.tianbo.testsupport.Newcomers;
import org.tianbo.testsupport.TianboServices;
import org.tianbo.testsupport.Tokens;

/**
 * Numbers of statements go on for ever, whatever is erased and however many come at once. Needs the application with
 * its jobs and database: what is proven is what other systems read and are brought.
 */
@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
class StatementNumbersIT {

    private static final String COUNTY = "numbers-county";
    private static final String OFFICER = "numbers-officer";

    private static final String MANY =
            """
            insert into statements (county, id, verb, person, object, happened_at)
            select ?, gen_random_uuid(), 'COMPLETED', ?, 'lessons/busy-' || place, now()
            from generate_series(1, 10) place order by place returning id
            """;

    @Inject
    Newcomers newcomers;

    @Inject
    Statements statements;

    @Inject
    CountyWrites writes;

    @Inject
    Counties counties;

    @Inject
    Curriculum curriculum;

    @Inject
    CurrentCounty county;

    @Inject
    PhoneRecords phones;

    @Inject
    StoreRounds rounds;

    @BeforeEach
    @ActivateRequestContext
    void aCountyOfTheTestsOwn() {
        counties.open(COUNTY, "编号县", "Numbers county");
        newcomers.join(COUNTY, OFFICER, Roles.OFFICER);
    }

    @Test
    void numbersGoOnThoughTheNewestStatementsAreErased() throws IOException {
        UUID leaves = newcomers.join(COUNTY, "numbers-leaves", Roles.TRAINEE);
        UUID stays = newcomers.join(COUNTY, "numbers-stays", Roles.TRAINEE);
        newcomers.join(COUNTY, "numbers-confirms", Roles.OFFICER);
        List<LessonSummary> lessons = curriculum.courses().get(0).lessons().subList(0, 2);
        try (Receiver store = new Receiver()) {
            store.answers(sent -> 200);
            phones.complete("numbers-leaves", lessons);
            StoreRounds.add(OFFICER, store, "");
            List<Statement> told = Eventually.value(() -> of(leaves), all -> all.size() == 2);
            Eventually.value(() -> rounds.after(store), sent -> told.stream().allMatch(one -> holds(sent, one.id())));

            erase(leaves);
            Eventually.value(() -> of(leaves), List::isEmpty);
            phones.complete("numbers-stays", lessons.subList(0, 1));

            long last = told.get(1).number();
            List<Statement> after = page(Optional.empty(), Optional.of(last)).statements();
            assertThat(after)
                    .extracting(Statement::object)
                    .containsExactly(
                            told.get(0).id().toString(),
                            told.get(1).id().toString(),
                            "lessons/" + lessons.get(0).slug());
            assertThat(after.get(0).storedAt()).isAfter(told.get(1).storedAt());
            Eventually.value(() -> rounds.after(store), sent -> after.stream().allMatch(one -> holds(sent, one.id())));
            assertThat(of(stays)).extracting(Statement::number).containsExactly(last + 3);
            StoreRounds.remove(OFFICER);
        }
    }

    /** The tests number three at once. */
    @Test
    void manyThatHaveNoNumberYetAreNumberedInRoundsInTheirOrder() {
        UUID busy = newcomers.join(COUNTY, "numbers-busy", Roles.TRAINEE);
        county.run(COUNTY, () -> writes.returning(MANY, row -> 1, COUNTY, busy));

        StatementPage page = page(Optional.of(busy), Optional.empty());

        List<Statement> all = page.statements();
        assertThat(all)
                .extracting(Statement::object)
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 10)
                        .mapToObj(place -> "lessons/busy-" + place)
                        .toList());
        assertThat(all).extracting(Statement::number).isSorted().doesNotHaveDuplicates();
        assertThat(all).extracting(Statement::storedAt).isSorted().doesNotHaveDuplicates();
        assertThat(page.through()).isEqualTo(all.get(9).storedAt());
    }

    private List<Statement> of(UUID person) {
        return page(Optional.of(person), Optional.empty()).statements();
    }

    private StatementPage page(Optional<UUID> person, Optional<Long> past) {
        StatementFilter filter = new StatementFilter(
                Optional.empty(), Optional.empty(), Optional.empty(), person, Optional.empty(), true, past);
        return county.as(COUNTY, () -> statements.page(filter, 100));
    }

    private static boolean holds(List<Receiver.Sent> sent, UUID statement) {
        return sent.stream().anyMatch(one -> one.body().contains("\"id\":\"" + statement + "\""));
    }

    private static void erase(UUID person) {
        StoreRounds.post(OFFICER, "/privacy/erase/" + person, Map.of("reason", "本人要求"));
        String asked = Tokens.page("numbers-confirms", "/privacy")
                .replaceFirst("(?s).*?(/privacy/erasures/[0-9a-f-]{36})/.*", "$1");
        StoreRounds.post("numbers-confirms", asked + "/confirm", Map.of());
    }
}
