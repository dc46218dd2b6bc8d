package org.tianbo.road;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.Test;
import org.tianbo.testsupport.program.PackagedApplication;

/**
 * The first law: what the server acknowledged is there after a kill -9, all of it, byte for byte. A few of the
 * rehearsals of {@link KilledServerDrill}, on the packaged application.
 */
class KilledWhileRecordingIT {

    /** The server dies early in the first of these, or else in the last: their numbers decide so. */
    private static final int FIRST = 99;

    private static final int RUNS = 3;
    private static final int KILLS = 1;

    @Test
    void everyRecordedSecondIsOnTheServerHoweverOftenItIsKilled() throws Exception {
        JsonPath done = KilledServer.through(
                "killed-while-recording",
                PackagedApplication.QUICK_TO_START,
                new KilledServer.Rehearsals(FIRST, RUNS, KILLS));

        assertThat(done.getInt("runs")).isEqualTo(RUNS);
        assertThat(done.getInt("kills")).isEqualTo(KILLS);
    }
}
