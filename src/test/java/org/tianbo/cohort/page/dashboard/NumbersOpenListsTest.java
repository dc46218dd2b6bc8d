package org.tianbo.cohort.page.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever stands as a number in a table of the dashboards leads to the list behind it. Read from the templates. */
class NumbersOpenListsTest {

    private static final Path TEMPLATES = Path.of("src/main/resources/templates");
    private static final Pattern CELL = Pattern.compile("<td class=\"n\"[^>]*>((?:(?!<td|<tr)[^\\n])*)");

    /** Which faces were chosen is told of several people at once, and never of whom: there is no list. */
    private static final Set<String> WITHOUT_LIST = Set.of("{say:shareOf(one.of(face), one.published)}");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DashboardPages/funnel",
                "DashboardPages/times",
                "DashboardPages/months",
                "DashboardPages/mentors",
                "IncomePages/income",
                "MapPages/map",
                "AgreementPages/agreement",
                "AgreementPages/figures",
                "HostPages/numbers",
                "SatisfactionPages/rounds"
            })
    void everyNumberOfATableOpensItsList(String template) throws IOException {
        Set<String> cells = CELL.matcher(Files.readString(TEMPLATES.resolve(template + ".html")))
                .results()
                .map(NumbersOpenListsTest::shown)
                .collect(Collectors.toSet());

        assertThat(cells).isNotEmpty().allMatch(cell -> cell.contains("<a href=\"") || WITHOUT_LIST.contains(cell));
    }

    private static String shown(MatchResult cell) {
        return cell.group(1).replaceAll("\\{/?for[^}]*}|\\{#if[^}]*}$", "").strip();
    }
}
