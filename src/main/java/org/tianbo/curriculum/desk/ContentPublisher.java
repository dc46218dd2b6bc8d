package org.tianbo.curriculum.desk;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import java.util.SortedMap;
import org.jboss.logging.Logger;
import org.tianbo.curriculum.CountyCourses.Asked;
import org.tianbo.curriculum.county.ContentChange;
import org.tianbo.curriculum.county.ContentChanges;
import org.tianbo.curriculum.document.Document;
import org.tianbo.platform.security.CurrentCounty;

/** Enters what the county shows its trainees into its history, from where it is read. */
@ApplicationScoped
class ContentPublisher {

    private static final Logger LOG = Logger.getLogger(ContentPublisher.class);

    private final ContentChanges changes;
    private final CurrentCounty county;
    private final Clock clock;

    ContentPublisher(ContentChanges changes, CurrentCounty county, Clock clock) {
        this.changes = changes;
        this.county = county;
        this.clock = clock;
    }

    /**
     * @param number of this change; another of that number may be there first
     * @param original version of the shipped lesson it was made of
     */
    void publish(
            long number, Document document, SortedMap<String, String> files, Optional<String> original, Asked asked) {
        ContentChange change = new ContentChange(
                document.kind(),
                document.slug(),
                number,
                Optional.of(document.version()),
                files,
                original,
                asked.reason(),
                asked.by(),
                clock.instant());
        if (!changes.append(change, Optional.of(document.body()))) {
            throw DeskRefused.savedMeanwhile();
        }
        LOG.infof("%s of %s is published by %s", document.name(), county.id(), asked.by());
    }
}
