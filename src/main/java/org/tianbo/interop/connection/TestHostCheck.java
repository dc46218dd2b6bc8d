package org.tianbo.interop.connection;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.tianbo.interop.InteropConfig;
import org.tianbo.platform.readiness.Finding;
import org.tianbo.platform.readiness.ReadinessCheck;

/** What lets tests call their own machine lets officers call ours. */
@ApplicationScoped
class TestHostCheck implements ReadinessCheck {

    private final InteropConfig config;

    TestHostCheck(InteropConfig config) {
        this.config = config;
    }

    @Override
    public List<Finding> findings() {
        return config.testHost()
                .map(host -> List.of(Finding.severe(
                        "interop-test-host",
                        "tianbo.interop.test-host is " + host + ": officers could call this network through us.",
                        "Remove the setting; it is for tests.")))
                .orElse(List.of());
    }
}
