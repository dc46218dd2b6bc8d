package org.tianbo.curriculum.published;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrecedenceTest {

    @ParameterizedTest(name = "was current: {0}, newest packed {1}, this one packed {2}: {3}")
    @CsvSource({
        "false,                     , 2026-11-01T00:00:00Z, true",
        "false, 2026-10-01T00:00:00Z, 2026-11-01T00:00:00Z, true",
        // A build that goes back to earlier content on purpose.
        "true,  2026-10-01T00:00:00Z, 2026-11-01T00:00:00Z, true",
        // An old pod that starts for the first time, and one that starts again.
        "false, 2026-11-01T00:00:00Z, 2026-10-01T00:00:00Z, false",
        "true,  2026-11-01T00:00:00Z, 2026-10-01T00:00:00Z, false",
        "true,  2026-11-01T00:00:00Z, 2026-11-01T00:00:00Z, false",
        // Folders: new words become current, superseded ones do not come back by themselves.
        "false, 2026-11-01T00:00:00Z,                     , true",
        "true,  2026-11-01T00:00:00Z,                     , false",
    })
    void onlyTheNewestBecomesCurrentByAStart(
            boolean wasCurrent, Instant newestPackedAt, Instant packedAt, boolean becomesCurrent) {
        assertThat(new Precedence(wasCurrent, Optional.ofNullable(newestPackedAt)).isOf(Optional.ofNullable(packedAt)))
                .isEqualTo(becomesCurrent);
    }
}
