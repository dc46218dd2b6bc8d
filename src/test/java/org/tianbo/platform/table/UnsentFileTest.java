package org.tianbo.platform.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class UnsentFileTest {

    @Test
    void whatAProcessLeftBehindGoesWithTheNextOfItsKind() throws IOException {
        Path old = UnsentFile.create("unsentfiletest");
        Path other = UnsentFile.create("unsentfiletesttoo");
        Path beingSent = UnsentFile.create("unsentfiletest");
        for (Path one : new Path[] {old, other}) {
            FileTime made = Files.getLastModifiedTime(one);
            Files.setLastModifiedTime(one, FileTime.from(made.toInstant().minus(Duration.ofHours(25))));
        }

        Path next = UnsentFile.create("unsentfiletest");

        assertThat(old).doesNotExist();
        assertThat(other).as("another kind").exists();
        assertThat(beingSent).exists();
        for (Path one : new Path[] {other, beingSent, next}) {
            Files.delete(one);
        }
    }
}
