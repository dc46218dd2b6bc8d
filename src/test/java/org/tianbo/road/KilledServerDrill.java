package org.tianbo.road;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.Test;

/**
 * Two hundred rehearsals whose network, page and server fail at random points: the phone's own code on Node, and the
 * packaged application with PostgreSQL, which is killed with kill -9 in the middle of calls, tens of times. It takes
 * some minutes and is no part of the build:
 *
 * <pre>mvn verify -Dtest=none -Dsurefire.failIfNoSpecifiedTests=false -Dit.test=KilledServerDrill</pre>
 */
class KilledServerDrill {

    private static final int RUNS = 200;
    private static final int MOST_KILLS = 200;

    @Test
    void twoHundredRehearsalsEndWithEveryRecordedSecondOnTheServer() throws Exception {
        JsonPath done = KilledServer.through("killed-server", RUNS, MOST_KILLS);

        System.out.println("Rehearsals with a server that is killed: " + done.prettify());
        assertThat(done.getInt("runs")).isEqualTo(RUNS);
        assertThat(done.getInt("kills")).isGreaterThan(20);
        assertThat(done.getInt("cutOff")).as("calls without an answer").isPositive();
    }
}
