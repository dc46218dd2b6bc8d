package org.tianbo.mentoring.review;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.tianbo.mentoring.MentoringConfig;

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
