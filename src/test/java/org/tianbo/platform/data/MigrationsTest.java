package org.tianbo.platform.data;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What migrations must keep to, read from their text. An index on a table that has rows is made while people go on
 * writing: outside a transaction, and so that what was left half made is dropped when it is run again.
 */
class MigrationsTest {

    /** Counts of days, incomes, who sold, what trainees say and villages: each of them counts anew. */
    static final Set<String> REPEATABLE = Set.of("238_2", "359", "371", "374", "377");

    /** Those before are released. */
    private static final int FIRST_CONCURRENT = 320;

    private static final Path FOLDER = Path.of("src/main/resources/db/migration");
    private static final Pattern NUMBER = Pattern.compile("V(\\d+)(?:_\\d+)*__.*\\.sql");
    private static final Pattern TABLE = Pattern.compile("create table (?!if not exists)(\\w+)");
    private static final Pattern INDEX = Pattern.compile(
            "create (?:unique )?index (?:concurrently )?(?:if not exists )?(?:\\w+ )?on (?:only )?(\\w+)");

    /** A constraint that makes an index of its own keeps everybody out meanwhile. */
    private static final Pattern CONSTRAINT = Pattern.compile(
            "alter table (?:if exists )?(?:only )?(\\w+) [^;]*?\\b(?:unique|primary key|exclude)\\b(?! using index)");

    private static final Pattern MADE_AGAIN = Pattern.compile(
            "(?:drop index concurrently if exists (\\w+); create (?:unique )?index concurrently \\1 on [^;]+; ?)+");

    @Test
    void indexesOnTablesThatHaveRowsAreMadeWhilePeopleWrite() {
        List<Path> later = files(".sql").filter(MigrationsTest::isLater).toList();

        assertThat(later).isNotEmpty().allSatisfy(script -> {
            String sql = sql(script);
            assertThat(tables(CONSTRAINT, sql))
                    .as("an index made concurrently, then a constraint using it")
                    .isEmpty();
            if (!tables(INDEX, sql).isEmpty()) {
                assertThat(isMadeAgain(sql))
                        .as("drop index concurrently if exists …; create index concurrently …; and a .conf")
                        .isTrue();
                assertThat(Path.of(script + ".conf")).hasContent("executeInTransaction=false");
            }
        });
    }

    @Test
    void everyWayToMakeAnIndexIsSeen() {
        assertThat(List.of(
                        "create index on people (x);",
                        "create unique index concurrently a on people (x);",
                        "create table if not exists people (x int); create index a on only people (x);"))
                .allSatisfy(sql -> assertThat(tables(INDEX, sql)).containsExactly("people"));
        assertThat(List.of(
                        "alter table people add constraint a unique (x);",
                        "alter table only people add unique (x);",
                        "alter table people add column x int unique;",
                        "alter table people add column y int, add primary key (x);"))
                .allSatisfy(sql -> assertThat(tables(CONSTRAINT, sql)).containsExactly("people"));

        String fresh = "create table people (x int); ";
        assertThat(tables(INDEX, fresh + "create index a on people (x);")).isEmpty();
        assertThat(tables(CONSTRAINT, fresh + "alter table people add unique (x);"))
                .isEmpty();
        assertThat(tables(CONSTRAINT, "alter table people add constraint a unique using index b;"))
                .isEmpty();
        assertThat(tables(CONSTRAINT, "alter table people add x int; create table t (y int unique);"))
                .isEmpty();
    }

    /** What stands outside a transaction may stop anywhere and is run again: all of its statements must bear that. */
    @Test
    void onlyMigrationsThatCanBeRunAgainRunOutsideATransaction() {
        assertThat(files(".conf")).allSatisfy(conf -> {
            String name = conf.getFileName().toString();
            assertThat(REPEATABLE.contains(name.substring(1).split("__")[0])
                            || isMadeAgain(sql(conf.resolveSibling(name.replace(".conf", "")))))
                    .isTrue();
        });
    }

    @Test
    void anIndexThatWasLeftHalfMadeIsDroppedBeforeItIsMadeAgain() {
        assertThat(isMadeAgain("drop index concurrently if exists a; create index concurrently a on b (c);"))
                .isTrue();
        assertThat(isMadeAgain("create index concurrently if not exists a on b (c);"))
                .isFalse();
        assertThat(isMadeAgain("drop index concurrently if exists a; create index a on b (c);"))
                .isFalse();
    }

    private static boolean isLater(Path script) {
        Matcher number = NUMBER.matcher(script.getFileName().toString());
        return number.matches() && Integer.parseInt(number.group(1)) >= FIRST_CONCURRENT;
    }

    /** Those that have rows: not made by the same script. */
    private static Set<String> tables(Pattern made, String sql) {
        Set<String> tables = named(made, sql);
        tables.removeAll(named(TABLE, sql));
        return tables;
    }

    private static Set<String> named(Pattern pattern, String sql) {
        return pattern.matcher(sql).results().map(found -> found.group(1)).collect(toSet());
    }

    private static boolean isMadeAgain(String sql) {
        return MADE_AGAIN.matcher(sql).matches();
    }

    /** In small letters, without comments, blanks as one. */
    private static String sql(Path script) {
        try {
            return Files.readString(script)
                    .replaceAll("--[^\\n]*", "")
                    .replaceAll("\\s+", " ")
                    .strip()
                    .toLowerCase(Locale.ROOT);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Stream<Path> files(String ending) {
        try (Stream<Path> all = Files.list(FOLDER)) {
            return Arrays.stream(
                    all.filter(file -> file.toString().endsWith(ending)).toArray(Path[]::new));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
