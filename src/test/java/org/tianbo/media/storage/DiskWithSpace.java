package org.tianbo.media.storage;

import io.quarkus.test.junit.QuarkusMock;

/** The disk with its room again, within the test that filled it by {@link FullDisk}. */
public final class DiskWithSpace {

    private DiskWithSpace() {}

    public static void install() {
        QuarkusMock.installMockForType(new DiskSpace(), DiskSpace.class);
    }
}
