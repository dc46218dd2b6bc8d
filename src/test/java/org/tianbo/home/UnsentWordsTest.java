package org.tianbo.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tianbo.learning.sync.RecordType;

/** Whoever looks what waits on their phone reads of each thing what it is. */
class UnsentWordsTest {

    @ParameterizedTest
    @EnumSource(RecordType.class)
    void whatPhonesReportIsNamedWhereItWaits(RecordType type) throws IOException {
        assertThat(Files.readString(Path.of("src/main/resources/templates/HomePages/unsent.html")))
                .contains("<template data-message=\"" + type.wire() + "\">");
    }
}
