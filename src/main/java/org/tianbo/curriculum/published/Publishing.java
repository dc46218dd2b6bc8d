package org.tianbo.curriculum.published;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.tianbo.curriculum.content.Content;
import org.tianbo.curriculum.content.ContentReader;
import org.tianbo.curriculum.content.PackedContent;
import org.tianbo.curriculum.document.Document;

/**
 * Makes content current: a folder when asked to, and at the start what the build packed, unless newer was published
 * meanwhile. The same content again changes nothing; a folder with a fault changes nothing either.
 */
@ApplicationScoped
public class Publishing {

    private static final Logger LOG = Logger.getLogger(Publishing.class);

    private final ContentVersions versions;
    private final ContentCache cache;
    private final CurriculumConfig config;
    private final Clock clock;

    Publishing(ContentVersions versions, ContentCache cache, CurriculumConfig config, Clock clock) {
        this.versions = versions;
        this.cache = cache;
        this.config = config;
        this.clock = clock;
    }

    /** Early, because what else happens at start-up may already teach from it. */
    void publishOnStart(@Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE) StartupEvent started) {
        config.content()
                .ifPresentOrElse(
                        folder -> offer(folder.toString(), checked(folder), Optional.empty()),
                        () -> offer(PackedContent.read()));
    }

    void offer(PackedContent packed) {
        offer("packed content", packed.documents(), Optional.of(packed.at()));
    }

    private void offer(String source, List<Document> documents, Optional<Instant> packedAt) {
        ContentVersions.Published published = versions.offer(documents, packedAt, config.goBackTo(), clock.instant());
        if (published.current()) {
            hold(source, documents, published);
        } else {
            cache.hold(versions.current());
            LOG.warnf(
                    "The content of this application is older than what is current, which stays; edition %s becomes"
                            + " current again by a start with tianbo.curriculum.go-back-to=%s",
                    published.edition(), published.edition());
        }
    }

    /**
     * @return how many versions were new
     * @throws BrokenContent naming every fault with its file and line
     */
    public int publish(Path folder) {
        List<Document> documents = checked(folder);
        ContentVersions.Published published = versions.publish(documents, clock.instant());
        hold(folder.toString(), documents, published);
        return published.added();
    }

    private static List<Document> checked(Path folder) {
        Content content = ContentReader.read(folder);
        if (!content.faults().isEmpty()) {
            throw new BrokenContent(content.faults());
        }
        return content.documents();
    }

    private void hold(String source, List<Document> documents, ContentVersions.Published published) {
        cache.hold(new ContentSnapshot(published.edition(), documents));
        LOG.infof("Published %s: %d documents, %d of them new", source, documents.size(), published.added());
    }
}
