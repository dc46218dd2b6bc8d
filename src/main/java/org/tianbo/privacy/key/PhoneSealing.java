package org.tianbo.privacy.key;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;
import org.tianbo.platform.data.KeysetPages;
import org.tianbo.platform.jobs.Job;
import org.tianbo.platform.privacy.PhoneColumns;
import org.tianbo.platform.privacy.PhoneColumns.Column;
import org.tianbo.platform.security.CountyReads;
import org.tianbo.platform.security.CountyWrites;

/**
 * Seals the phone numbers of a county that stand in a table as they are, from before numbers were sealed, or written by
 * a replica of the version before, which also hands on what it found sealed to another county. A page in a
 * transaction, so that a stop loses one at most.
 */
@ApplicationScoped
public class PhoneSealing implements Job {

    static final String NAME = "privacy.phone-sealing";

    private static final Logger LOG = Logger.getLogger(PhoneSealing.class);
    private static final int AT_ONCE = 500;

    private static final String WHOLE =
            """
            select id, %2$s as text from %1$s
            where county = ? and id > ? and %2$s <> '' and strpos(%2$s, ?) = 0 order by id limit %3$d
            """;

    private static final String AMONG_WORDS =
            """
            select id, %2$s as text from %1$s
            where county = ? and id > ? and (%2$s ~ '1[3-9][0-9]{9}' or %2$s ~ '~[0-9a-f]{4}:' and strpos(%2$s, ?) = 0)
            order by id limit %3$d
            """;

    private static final String COUNTIES = "select id from counties order by id";

    private static final String SEAL =
            """
            select seal_phone(?, ?, ?, one.id, one.was, one.sealed)
            from unnest(cast(? as uuid[]), cast(? as text[]), cast(? as text[])) as one (id, was, sealed)
            """;

    private final List<PhoneColumns> features;
    private final SealedPhones phones;
    private final CountyReads reads;
    private final CountyWrites writes;

    PhoneSealing(@All List<PhoneColumns> features, SealedPhones phones, CountyReads reads, CountyWrites writes) {
        this.features = features;
        this.phones = phones;
        this.reads = reads;
        this.writes = writes;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean canWait() {
        return true;
    }

    /** @param county its own, as which it runs */
    @Override
    public void run(String county) {
        seal(county);
    }

    /** @return how many were sealed */
    int seal(String county) {
        AtomicInteger sealed = new AtomicInteger();
        for (PhoneColumns feature : features) {
            feature.columns().forEach(column -> KeysetPages.forEach(after -> seal(county, column, after, sealed)));
        }
        return sealed.get();
    }

    /** The next night goes on. */
    @Override
    public void onExhausted(String county) {
        LOG.errorf("Phone numbers of %s are not all sealed", county);
    }

    private record Row(UUID id, String text) {}

    /** @return the last of the page; null when there is none */
    private UUID seal(String county, Column column, UUID after, AtomicInteger sealed) {
        String select = (column.inText() ? AMONG_WORDS : WHOLE).formatted(column.table(), column.name(), AT_ONCE);
        List<Row> page = reads.rows(
                select,
                row -> new Row(row.getObject("id", UUID.class), row.getString("text")),
                county,
                after,
                phones.sign());
        List<Row> open = page.stream()
                .filter(row -> !sealed(column, row.text()).equals(row.text()))
                .toList();
        if (!open.isEmpty()) {
            writes.returning(
                    SEAL,
                    row -> 1,
                    county,
                    column.table(),
                    column.name(),
                    open.stream().map(row -> row.id().toString()).toArray(String[]::new),
                    open.stream().map(Row::text).toArray(String[]::new),
                    open.stream().map(row -> sealed(column, row.text())).toArray(String[]::new));
            sealed.addAndGet(open.size());
            LOG.infof("%d phone numbers of %s were sealed in %s", open.size(), county, column.table());
        }
        return page.isEmpty() ? null : page.get(page.size() - 1).id();
    }

    private String sealed(Column column, String text) {
        return column.inText() ? phones.sealIn(text) : phones.sealAnew(text, this::counties);
    }

    private List<String> counties() {
        return reads.rows(COUNTIES, row -> row.getString(1));
    }
}
