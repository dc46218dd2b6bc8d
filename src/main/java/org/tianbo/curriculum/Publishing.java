package org.tianbo.curriculum;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.jboss.logging.Logger;
import org.tianbo.curriculum.content.Content;
import org.tianbo.curriculum.content.ContentReader;
import org.tianbo.curriculum.content.Document;
import org.tianbo.curriculum.content.PackedContent;

/** Makes a content folder current. The same folder again changes nothing; a folder with a fault changes nothing either. */
@ApplicationScoped
public class Publishing {

    private static final Logger LOG = Logger.getLogger(Publishing.class);

    private final ContentVersions versions;
    private final Shelves shelves;
    private final CurriculumConfig config;
    private final Clock clock;

    Publishing(ContentVersions versions, Shelves shelves, CurriculumConfig config, Clock clock) {
        this.versions = versions;
        this.shelves = shelves;
        this.config = config;
        this.clock = clock;
    }

    /** Early, because what else happens at start-up may already teach from it. */
    void publishOnStart(@Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE) StartupEvent started) {
        config.content().ifPresentOrElse(this::publish, () -> publish("packed content", PackedContent.read()));
    }

    /**
     * @return how many versions were new
     * @throws BrokenContent naming every fault with its file and line
     */
    public int publish(Path folder) {
        Content content = ContentReader.read(folder);
        if (!content.faults().isEmpty()) {
            throw new BrokenContent(content.faults());
        }
        return publish(folder.toString(), content.documents());
    }

    private int publish(String whence, List<Document> documents) {
        ContentVersions.Published published = versions.publish(documents, clock.instant());
        shelves.hold(new Shelf(published.edition(), documents));
        LOG.infof("Published %s: %d documents, %d of them new", whence, documents.size(), published.added());
        return published.added();
    }
}
