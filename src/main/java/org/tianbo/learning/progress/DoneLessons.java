package org.tianbo.learning.progress;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.UUID;
import org.tianbo.platform.security.CurrentCounty;

/**
 * Which lessons people have done. Whoever comes back to a lesson mostly has, and what is done stays done: it is
 * remembered for a while, and the page is answered without the database. Of a lesson that is open it is asked each
 * time, for it may have been finished on another replica a moment ago.
 */
@ApplicationScoped
class DoneLessons {

    /** A row that should not have been there is mended by night; until then nobody minds. */
    private static final Duration REMEMBERED = Duration.ofMinutes(10);

    private static final int MOST = 20_000;

    private record Done(UUID trainee, String lesson) {}

    private final Cache<Done, Boolean> remembered =
            Caffeine.newBuilder().expireAfterWrite(REMEMBERED).maximumSize(MOST).build();

    private final LessonProgressTable table;
    private final CurrentCounty currentCounty;

    DoneLessons(LessonProgressTable table, CurrentCounty currentCounty) {
        this.table = table;
        this.currentCounty = currentCounty;
    }

    boolean contains(UUID trainee, String lesson) {
        Done asked = new Done(trainee, lesson);
        if (remembered.getIfPresent(asked) != null) {
            return true;
        }
        boolean done = table.doneAt(currentCounty.id(), trainee, lesson).isPresent();
        if (done) {
            remembered.put(asked, true);
        }
        return done;
    }
}
