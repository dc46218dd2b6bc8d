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

    /** Counts of days; see {@code recount_county_days}. */
    static final String REPEATABLE = "238_2";

    /** Those before are released. */
    private static final int FIRST_CONCURRENT = 320;

    private static final Path FOLDER = Path.of("src/main/resources/db/migration");
    private static final Pattern NUMBER = Pattern.compile("V(\\d+)(?:_\\d+)*__.*\\.sql");
    private static final Pattern TABLE = Pattern.compile("create table (?:if not exists )?(\\w+)");
    private static final Pattern INDEX =
            Pattern.compile("create (?:unique )?index (concurrently )?(?:if not exists )?\\w+ on (?:only )?(\\w+)");
    private static final Pattern MADE_AGAIN = Pattern.compile(
            "(?:drop index concurrently if exists (\\w+); create (?:unique )?index concurrently \\1 on [^;]+; ?)+");

    @Test
    void indexesOnTablesThatHaveRowsAreMadeWhilePeopleWrite() {
        List<Path> later = files(".sql").filter(MigrationsTest::isLater).toList();

        assertThat(later).isNotEmpty().allSatisfy(script -> {
            String sql = sql(script);
            Set<String> fresh =
                    TABLE.matcher(sql).results().map(table -> table.group(1)).collect(toSet());
            Matcher index = INDEX.matcher(sql);
            while (index.find()) {
                if (!fresh.contains(index.group(2))) {
                    assertThat(isMadeAgain(sql))
                            .as("drop index concurrently if exists …; create index concurrently …; and a .conf")
                            .isTrue();
                    assertThat(Path.of(script + ".conf")).hasContent("executeInTransaction=false");
                }
            }
        });
    }

    /** What stands outside a transaction may stop anywhere and is run again: all of its statements must bear that. */
    @Test
    void onlyMigrationsThatCanBeRunAgainRunOutsideATransaction() {
        assertThat(files(".conf")).allSatisfy(conf -> {
            String name = conf.getFileName().toString();
            assertThat(name.startsWith("V" + REPEATABLE + "__")
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
