package org.tianbo.platform.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tianbo.platform.error.Fault;
import org.tianbo.platform.security.CurrentCounty;

class EachCountyTest {

    private final CurrentCounty current = new CurrentCounty();
    private final List<String> done = new ArrayList<>();

    @Test
    void aCountyWithAFaultStopsNoneBehindIt() {
        EachCounty counties = new EachCounty(() -> List.of("first", "faulty", "last"), current);

        current.run(CurrentCounty.ROOT, () -> {
            counties.run("a sweep", () -> {
                if (current.id().equals("faulty")) {
                    throw new IllegalStateException("a test");
                }
                done.add(current.id());
            });
            done.add(current.id());
        });

        assertThat(done).containsExactly("first", "last", CurrentCounty.ROOT);
    }

    @Test
    void whatFailsOfOneCountyStopsNothingElseOfIt() {
        EachCounty counties = new EachCounty(List::of, current);

        counties.runAll("a sweep", List.of("a/1", "b/0", "b/2"), one -> one.substring(0, 1), one -> {
            done.add(current.id() + 6 / Integer.parseInt(one.substring(2)));
        });

        assertThat(done).containsExactly("a6", "b3");
    }

    @Test
    void whatIsAwayForAllStopsTheRest() {
        EachCounty counties = new EachCounty(() -> List.of("first", "last"), current);

        assertThatThrownBy(() -> counties.run("a sweep", () -> {
                    done.add(current.id());
                    throw new Away();
                }))
                .isInstanceOf(Away.class);
        assertThat(done).containsExactly("first");
    }

    @Test
    void aReplicaThatStopsGoesToNoOtherCounty() {
        EachCounty counties = new EachCounty(() -> List.of("first", "last"), current);

        assertThatThrownBy(() -> counties.run("a sweep", () -> {
                    done.add(current.id());
                    Thread.currentThread().interrupt();
                    throw new IllegalStateException("a test");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(done).containsExactly("first");
    }

    private static class Away extends Fault {

        private static final long serialVersionUID = 1L;

        Away() {
            super(Kind.UNAVAILABLE, "test.away");
        }
    }
}
