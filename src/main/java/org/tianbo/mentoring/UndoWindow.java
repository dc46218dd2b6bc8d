package org.tianbo.mentoring;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** How long a published review stays with its mentor. */
@ApplicationScoped
class UndoWindow {

    private final MentoringConfig config;

    UndoWindow(MentoringConfig config) {
        this.config = config;
    }

    Duration length() {
        return config.undoWindow();
    }
}
