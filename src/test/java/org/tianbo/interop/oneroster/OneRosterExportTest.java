package org.tianbo.interop.oneroster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.InputStream;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.tianbo.cohort.ClassRosterImports;
import org.tianbo.interop.InteropConfig;
import org.tianbo.platform.error.Fault;
import org.tianbo.platform.error.Refused;

class OneRosterExportTest {

    private OneRosterExport export;

    @Test
    void whoeverAsksWhileOthersAreWrittenIsAskedToWaitAndThePlaceIsFreeAfterwards() {
        export = with(() -> {
            export.zip();
            return List.of();
        });
        for (int time = 0; time < 2; time++) {
            assertThatThrownBy(export::zip).isInstanceOfSatisfying(Refused.class, busy -> assertThat(busy.kind())
                    .isEqualTo(Fault.Kind.TOO_MANY));
        }
    }

    private static OneRosterExport with(Supplier<List<ClassRosterImports.ClassView>> classes) {
        InteropConfig oneAtOnce = new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .addDiscoveredConverters()
                .withMapping(InteropConfig.class)
                .withDefaultValue("tianbo.privacy.master-key", "any")
                .withDefaultValue("tianbo.interop.files-at-once", "1")
                .build()
                .getConfigMapping(InteropConfig.class);
        return new OneRosterExport(new ClassesOf(classes), null, null, null, null, oneAtOnce);
    }

    private record ClassesOf(Supplier<List<ClassRosterImports.ClassView>> all) implements ClassRosterImports {

        @Override
        public List<ClassView> classes() {
            return all.get();
        }

        @Override
        public Set<UUID> members(UUID cohort) {
            return Set.of();
        }

        @Override
        public Brought check(UUID cohort, InputStream roster) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Brought take(UUID cohort, InputStream roster, UUID by) {
            throw new UnsupportedOperationException();
        }
    }
}
