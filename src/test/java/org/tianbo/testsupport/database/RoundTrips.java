package org.tianbo.testsupport.database;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/**
 * How often the application waits for PostgreSQL: each message {@code Sync} of the driver ends what it sends together,
 * and then it waits for the answer. The driver says so in its finest log, which {@code application.properties} lets
 * through in tests.
 */
public final class RoundTrips {

    private static final Logger DRIVER = Logger.getLogger("org.postgresql.core.v3.QueryExecutorImpl");
    private static final String SYNC = "FE=> Sync";

    private RoundTrips() {}

    /** Those of this work and of whatever else but jobs runs at the same moment. */
    public static int of(Runnable work) {
        AtomicInteger count = new AtomicInteger();
        Handler counter = new Handler() {

            @Override
            public void publish(LogRecord message) {
                // Workers look for work all the time, whatever is asked of the application.
                boolean ofJobs = Thread.currentThread().getName().startsWith("db-scheduler");
                if (!ofJobs && String.valueOf(message.getMessage()).contains(SYNC)) {
                    count.incrementAndGet();
                }
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Level before = DRIVER.getLevel();
        boolean toOthers = DRIVER.getUseParentHandlers();
        DRIVER.setUseParentHandlers(false);
        DRIVER.addHandler(counter);
        DRIVER.setLevel(Level.FINEST);
        try {
            work.run();
            return count.get();
        } finally {
            DRIVER.setLevel(before);
            DRIVER.removeHandler(counter);
            DRIVER.setUseParentHandlers(toOthers);
        }
    }
}
