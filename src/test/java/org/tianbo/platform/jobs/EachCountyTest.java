package org.tianbo.platform.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
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
}
