package org.tianbo.authoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LineDiffTest {

    @Test
    void aChangedLineStandsUnderWhatItWasBetweenTheLinesAroundIt() {
        String older = lines(1, 9);

        assertThat(shown(LineDiff.rows(older, older.replace("line 5", "other"))))
                .containsExactly(
                        "gap 0 ",
                        "same 3 line 3",
                        "same 4 line 4",
                        "removed 5 line 5",
                        "added 5 other",
                        "same 6 line 6",
                        "same 7 line 7");
    }

    @Test
    void linesBetweenTwoChangesAreShownOnce() {
        String older = lines(1, 6);
        String newer = older.replace("line 2\n", "").replace("line 5", "other");

        assertThat(shown(LineDiff.rows(older, newer)))
                .containsExactly(
                        "same 1 line 1",
                        "removed 2 line 2",
                        "same 2 line 3",
                        "same 3 line 4",
                        "removed 5 line 5",
                        "added 4 other",
                        "same 5 line 6");
    }

    @Test
    void onlyFilesThatDifferAreNamedAndNewOnesAreAllAdded() {
        List<LineDiff.File> files = LineDiff.between(
                new TreeMap<>(Map.of("quiz.yaml", "same", "old.svg", "gone")),
                new TreeMap<>(Map.of("quiz.yaml", "same", "new.svg", "here")));

        assertThat(files).extracting(LineDiff.File::name).containsExactly("new.svg", "old.svg");
        assertThat(shown(files.get(0).rows())).containsExactly("added 1 here");
        assertThat(shown(files.get(1).rows())).containsExactly("removed 1 gone");
    }

    @Test
    void veryLongTextsAreShownAsReplaced() {
        assertThat(LineDiff.rows(lines(1, 600), lines(2, 600)))
                .filteredOn(row -> !row.added())
                .hasSize(600)
                .allMatch(LineDiff.Row::removed);
    }

    private static String lines(int from, int to) {
        return IntStream.rangeClosed(from, to).mapToObj(n -> "line " + n).collect(Collectors.joining("\n")) + "\n";
    }

    private static List<String> shown(List<LineDiff.Row> rows) {
        return rows.stream()
                .map(row -> row.kind() + " " + row.line() + " " + row.text())
                .toList();
    }
}
