package org.tianbo.platform.table;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import org.jboss.logging.Logger;

/** When a process starts, the files go that an earlier one was ended over. */
@ApplicationScoped
class LeftFiles {

    private static final Logger LOG = Logger.getLogger(LeftFiles.class);

    void sweep(@Observes StartupEvent started) {
        try {
            UnsentFile.sweep();
        } catch (IOException unreadable) {
            LOG.warn("Files that were left behind could not be looked for", unreadable);
        }
    }
}
