package org.tianbo.cohort.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.OutputStream;
import org.junit.jupiter.api.Test;
import org.tianbo.cohort.CohortConfig;
import org.tianbo.platform.error.Fault;
import org.tianbo.platform.error.Refused;
import org.tianbo.platform.table.TableWriter;

class PeopleExportsTest {

    private final PeopleExports exports = new PeopleExports(null, null, null, null, null, null, new OneAtOnce());

    @Test
    void whoeverAsksWhileOthersAreWrittenIsAskedToWaitAndThePlaceIsFreeAfterwards() {
        assertThatThrownBy(() -> exports.export(null, new WhileWriting(() -> exports.export(null, null))))
                .isInstanceOfSatisfying(
                        Refused.class, busy -> assertThat(busy.kind()).isEqualTo(Fault.Kind.TOO_MANY));

        assertThatThrownBy(() -> exports.export(null, new WhileWriting(() -> {
                    throw new IllegalStateException("written");
                })))
                .hasMessage("written");
    }

    private record WhileWriting(Runnable work) implements PeopleExports.Rows {

        @Override
        public TableWriter begin(OutputStream out) {
            work.run();
            return null;
        }

        @Override
        public Object[] row(FoundPerson person) {
            return new Object[0];
        }
    }

    private static final class OneAtOnce implements CohortConfig {

        @Override
        public int stalledDays() {
            return 1;
        }

        @Override
        public String enrolmentsCheck() {
            return "-";
        }

        @Override
        public String activityCheck() {
            return "-";
        }

        @Override
        public String countsFold() {
            return "-";
        }

        @Override
        public String countsCheck() {
            return "-";
        }

        @Override
        public String incomeRounds() {
            return "-";
        }

        @Override
        public String departures() {
            return "-";
        }

        @Override
        public String listedTraineesCheck() {
            return "-";
        }

        @Override
        public int exportsAtOnce() {
            return 1;
        }
    }
}
