package org.tianbo.cohort.search;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.tianbo.cohort.CohortConfig;
import org.tianbo.cohort.CohortRefused;
import org.tianbo.platform.data.Ids;
import org.tianbo.platform.data.Page;
import org.tianbo.platform.error.Refused;
import org.tianbo.platform.privacy.PersonalLooks;
import org.tianbo.platform.privacy.PhoneNumbers;
import org.tianbo.platform.security.CurrentCounty;
import org.tianbo.platform.table.TableWriter;
import org.tianbo.platform.table.UnsentFiles;

/**
 * Lists of people as files. A list is written to disk before its first byte is sent: a file is whole or there is none,
 * and a slow line holds up nobody. Who took which list along is recorded.
 */
@ApplicationScoped
public class PeopleExports {

    private static final Logger LOG = Logger.getLogger(PeopleExports.class);
    private static final int AT_ONCE = 5_000;

    private static final String RECORD =
            """
            insert into people_exports (county, id, exported_by, exported_at, format, list, columns, people)
            values (:county, :id, :by, :at, :format, :list, :columns, :people)
            """;

    private final PeopleSearch search;
    private final EntityManager entities;
    private final CurrentCounty county;
    private final PersonalLooks looks;
    private final PhoneNumbers phones;
    private final Clock clock;
    private final UnsentFiles files;

    PeopleExports(
            PeopleSearch search,
            EntityManager entities,
            CurrentCounty county,
            PersonalLooks looks,
            PhoneNumbers phones,
            Clock clock,
            CohortConfig config) {
        this.search = search;
        this.entities = entities;
        this.county = county;
        this.looks = looks;
        this.phones = phones;
        this.clock = clock;
        this.files = new UnsentFiles("people", config.exportsAtOnce());
    }

    /** What a file is. */
    public enum Format {
        XLSX,
        CSV
    }

    /**
     * What is taken along by whom.
     *
     * @param list the query of the list's address
     * @param columns their names in addresses
     */
    public record Export(PeopleFilter filter, PeopleOrder order, Format format, String list, String columns, UUID by) {}

    /** How people become rows of a file. */
    public interface Rows {
        TableWriter begin(OutputStream out) throws IOException;

        Object[] row(FoundPerson person);
    }

    /**
     * The whole list.
     *
     * @return the file; it is gone when the stream is closed
     * @throws Refused while as many as may be are being written or sent
     */
    public InputStream export(Export export, Rows rows) {
        return files.whole(file -> record(export, write(export, rows, file)), CohortRefused::exportsBusy);
    }

    private int write(Export export, Rows rows, Path file) throws IOException {
        int people = 0;
        try (OutputStream out = Files.newOutputStream(file);
                TableWriter table = rows.begin(out)) {
            Optional<ListPlace> next = Optional.empty();
            do {
                Page<FoundPerson, ListPlace> page = search.page(export.filter(), export.order(), next, AT_ONCE);
                for (FoundPerson person : page.rows()) {
                    table.row(rows.row(person));
                }
                looks.note(
                        PersonalLooks.What.LIST,
                        page.rows().stream().map(FoundPerson::id).toList());
                people += page.rows().size();
                next = page.next();
            } while (next.isPresent());
        }
        return people;
    }

    private void record(Export export, int people) {
        QuarkusTransaction.requiringNew().run(() -> entities.createNativeQuery(RECORD)
                .setParameter("county", county.id())
                .setParameter("id", Ids.next())
                .setParameter("by", export.by())
                .setParameter("at", clock.instant().atOffset(ZoneOffset.UTC))
                .setParameter("format", export.format().name())
                .setParameter("list", phones.sealIn(export.list()))
                .setParameter("columns", export.columns())
                .setParameter("people", people)
                .executeUpdate());
        LOG.infof("A list of %d people was taken along as %s by %s", people, export.format(), export.by());
    }
}
