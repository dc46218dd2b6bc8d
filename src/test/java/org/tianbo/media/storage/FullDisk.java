package org.tianbo.media.storage;

import io.quarkus.test.junit.QuarkusMock;
import java.nio.file.Path;

/** A disk without room, for the time of one test. */
public final class FullDisk {

    private FullDisk() {}

    public static void install() {
        QuarkusMock.installMockForType(
                new DiskSpace() {
                    @Override
                    long usable(Path folder) {
                        return 1_000_000;
                    }
                },
                DiskSpace.class);
    }
}
