package org.tianbo.platform.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tianbo.practice.Eventually;

class UnsentFilesTest {

    private final UnsentFiles files = new UnsentFiles("unsentfilestest", 1);

    @Test
    void whileOneIsWrittenNobodyElseWritesAndAfterwardsTheNextDoes() throws IOException {
        assertThatThrownBy(() -> files.whole(any -> whole(), Busy::new)).isInstanceOf(Busy.class);
        assertThatThrownBy(() -> files.whole(
                        any -> {
                            throw new IllegalStateException("written");
                        },
                        Busy::new))
                .hasMessage("written");
        whole().close();
    }

    @Test
    void aFileHoldsItsPlaceOnDiskUntilItIsClosedOnce() throws IOException {
        List<InputStream> sent = new ArrayList<>();
        for (int each = 0; each < 10; each++) {
            sent.add(whole());
        }
        assertThatThrownBy(this::whole).isInstanceOf(Busy.class);

        sent.get(0).close();
        sent.get(0).close();
        sent.set(0, whole());
        assertThatThrownBy(this::whole).as("closed twice, free once").isInstanceOf(Busy.class);
        for (InputStream one : sent) {
            assertThat(one.read()).isEqualTo('x');
            one.close();
        }
    }

    /** An answer that failed between the file and its first byte leaves the stream open. */
    @Test
    void whatNobodyClosesGivesItsPlaceBackOnceNobodyHasIt() throws IOException {
        for (int each = 0; each < 10; each++) {
            whole();
        }

        Eventually.value(
                        () -> {
                            System.gc();
                            try {
                                return Optional.of(whole());
                            } catch (Busy busy) {
                                return Optional.<InputStream>empty();
                            }
                        },
                        Optional::isPresent)
                .orElseThrow()
                .close();
    }

    @Test
    void whatAnyProcessLeftBehindGoesWhenTheNextStarts() throws IOException {
        Path left = UnsentFile.create("unsentfilesleft");
        Path fresh = UnsentFile.create("unsentfilesfresh");
        FileTime made = Files.getLastModifiedTime(left);
        Files.setLastModifiedTime(left, FileTime.from(made.toInstant().minus(Duration.ofHours(2))));

        new LeftFiles().sweep(null);

        assertThat(left).doesNotExist();
        assertThat(fresh).exists();
        Files.delete(fresh);
    }

    private InputStream whole() {
        return files.whole(file -> Files.writeString(file, "x"), Busy::new);
    }

    private static final class Busy extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
