package org.tianbo.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SecondsByKindTest {

    private static final String RUN = "2026-09-01T08:00:00Z";
    private static final Path CLASSES = Path.of("target/test-classes");

    /** What class files name, by their own name; whatever else is named is no class of the tests. */
    private static final Map<String, String> FILES = Map.of(
            "org.tianbo.RuleTest", "org.tianbo.store.StoreRefused",
            "org.tianbo.ModulesTest", "org.tianbo.testsupport.program.Node",
            "org.tianbo.PlansIT", "io.quarkus.test.junit.QuarkusTest org.tianbo.Rows",
            "org.tianbo.CallsIT", "io.quarkus.test.junit.QuarkusTest org.tianbo.Client",
            "org.tianbo.WalkIT", "io.quarkus.test.junit.QuarkusTest org.tianbo.Client org.tianbo.Walk",
            "org.tianbo.KilledIT", "org.tianbo.Walk org.tianbo.testsupport.program.PackagedApplication",
            "org.tianbo.Rows", "org.tianbo.Client",
            "org.tianbo.Client", "io.restassured.RestAssured org.tianbo.Rows",
            "org.tianbo.Walk", "org.tianbo.Phone",
            "org.tianbo.Phone", "com.microsoft.playwright.Page");

    @ParameterizedTest
    @CsvSource({
        "RuleTest, RULES",
        "ModulesTest, NODE",
        "PlansIT, DATABASE",
        "CallsIT, HTTP",
        "WalkIT, BROWSER",
        "KilledIT, PACKAGED",
        "GoneIT, RULES"
    })
    void aTestIsOfTheKindThatItsHelpersNeed(String test, TestKind kind) {
        assertThat(TestKind.of("org.tianbo." + test, name -> FILES.getOrDefault(name, "")
                        .replace('.', '/')))
                .isEqualTo(kind);
    }

    @Test
    void theTableHasEachKindItsSumAndTheSlowestFirst() {
        List<String> table = new SecondsByKind(CLASSES)
                .table(List.of(
                        new SecondsByKind.Row(RUN, "OfficesSuite", SecondsByKindTest.class.getName(), 9, 1_250),
                        row("org.tianbo.platform.web.BrowserCodeTest", 3, 20_000),
                        row("org.tianbo.SourceFilesTest", 5, 250)));
        assertThat(table)
                .containsSubsequence(
                        "Seconds by kind of test                    classes   tests   seconds",
                        "rules, without a container                       2      14       1.5",
                        "browser code, on Node                            1       3      20.0",
                        "all, in processes side by side                   3      17      21.5",
                        "of it in OfficesSuite                            1       9       1.3",
                        "BrowserCodeTest                                          3      20.0  browser code, on Node",
                        "SecondsByKindTest                                        9       1.3  rules, without a"
                                + " container");
    }

    @Test
    void whatEachProcessRecordedIsTakenOnce(@TempDir Path folder) throws IOException {
        SecondsByKind.Row row = row("org.tianbo.SourceFilesTest", 5, 250);
        Files.writeString(folder.resolve("7.csv"), row.line() + "\n");
        Files.writeString(folder.resolve("8.csv"), row.line() + "\n" + row.line() + "\n");

        assertThat(SecondsByKind.taken(folder)).containsExactly(row, row, row);
        assertThat(SecondsByKind.taken(folder)).isEmpty();
        assertThat(SecondsByKind.taken(folder.resolve("none"))).isEmpty();
    }

    private static SecondsByKind.Row row(String test, int tests, long millis) {
        return new SecondsByKind.Row(RUN, "", test, tests, millis);
    }
}
