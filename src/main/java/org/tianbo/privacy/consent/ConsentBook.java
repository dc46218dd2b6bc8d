package org.tianbo.privacy.consent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;
import org.tianbo.platform.data.Ids;
import org.tianbo.platform.data.Jdbc;
import org.tianbo.platform.data.Page;
import org.tianbo.platform.error.Refused;
import org.tianbo.platform.security.CountyReads;
import org.tianbo.platform.security.CountyWrites;
import org.tianbo.platform.security.CurrentCounty;
import org.tianbo.privacy.Consents;
import org.tianbo.privacy.PrivacyRefused;

/** The county's texts, and who agreed to which. A new text asks everybody again. */
@ApplicationScoped
public class ConsentBook implements Consents {

    private static final Logger LOG = Logger.getLogger(ConsentBook.class);
    private static final int LONGEST_TEXT = 4_000;
    private static final int SHORTEST_TEXT = 10;
    private static final int SHORTEST_REASON = 5;
    private static final int LONGEST_REASON = 200;
    private static final int SHOWN = 50;

    private static final String TEXTS =
            "select version, zh, en, reason, published_at from consent_texts where county = ?"
                    + " and version < ? order by version desc limit ?";

    private static final String PUBLISH =
            """
            insert into consent_texts (county, version, zh, en, reason, published_by, published_at)
            values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing returning version
            """;

    private static final String ASKED =
            """
            select not exists (select 1 from consents c
                where c.county = t.county and c.person = ? and c.version = t.version)
            from consent_texts t where t.county = ? order by t.version desc limit 1
            """;

    private static final String ANSWERS =
            """
            select version, agreed, at from consents where county = ? and person = ?
            order by at desc, id desc limit\s"""
                    + SHOWN;

    private static final String ANSWER =
            "insert into consents (county, id, person, version, agreed, at) values (?, ?, ?, ?, ?, ?) returning id";

    private static final String NUMBERS =
            """
            select count(*) filter (where said.agreed and said.version = ?) as agreed,
                count(*) filter (where said.agreed and said.version <> ?) as earlier,
                count(*) filter (where not said.agreed) as withdrawn
            from (select distinct on (person) person, version, agreed from consents where county = ?
                order by person, at desc, id desc) said
            """;

    private static final String WITHDRAWN =
            """
            select p.id, p.name, said.at
            from (select distinct on (person) county, person, agreed, at from consents where county = ?
                order by person, at desc, id desc) said
            join people p on p.county = said.county and p.id = said.person
            where not said.agreed %s order by said.at desc, p.id desc limit ?
            """;

    private static final String WITHDRAWN_AFTER =
            """
            and (said.at, p.id) < (select c.at, c.person from consents c where c.county = ? and c.person = ?
                order by c.at desc, c.id desc limit 1)""";

    /** How long a replica may not know of a county's first text. */
    private static final long UNKNOWN_NANOS = Duration.ofSeconds(10).toNanos();

    /** Counties that have no text, and when that was seen: trainees' homes ask all day. */
    private final Map<String, Long> withoutText = new ConcurrentHashMap<>();

    private final CountyReads reads;
    private final CountyWrites writes;
    private final CurrentCounty county;
    private final Clock clock;

    ConsentBook(CountyReads reads, CountyWrites writes, CurrentCounty county, Clock clock) {
        this.reads = reads;
        this.writes = writes;
        this.county = county;
        this.clock = clock;
    }

    /**
     * How many have answered what.
     *
     * @param agreed to the text that counts now
     * @param earlier agreed to an earlier one and not to this yet
     * @param withdrawn took their word back
     */
    public record Numbers(long agreed, long earlier, long withdrawn) {}

    /** Somebody who took their word back. */
    public record Withdrawal(UUID person, String name, Instant at) {}

    /** The one that counts. */
    public Optional<ConsentText> current() {
        return texts(Optional.empty(), 1).rows().stream().findFirst();
    }

    /**
     * All of them, the one that counts first.
     *
     * @param last the last version of the page before
     */
    public Page<ConsentText, Integer> texts(Optional<Integer> last, int size) {
        return Page.of(
                reads.rows(
                        TEXTS,
                        row -> new ConsentText(
                                row.getInt("version"),
                                row.getString("zh"),
                                row.getString("en"),
                                row.getString("reason"),
                                Jdbc.instant(row, "published_at")),
                        county.id(),
                        last.orElse(Integer.MAX_VALUE),
                        size + 1),
                size,
                ConsentText::version);
    }

    @Override
    public boolean isAsked(UUID person) {
        Long seen = withoutText.get(county.id());
        if (seen != null && System.nanoTime() - seen < UNKNOWN_NANOS) {
            return false;
        }
        Optional<Boolean> asked = reads.rows(ASKED, row -> row.getBoolean(1), person, county.id()).stream()
                .findFirst();
        if (asked.isEmpty()) {
            withoutText.put(county.id(), System.nanoTime());
        }
        return asked.orElse(false);
    }

    /** What somebody answered, the latest first. */
    public List<ConsentAnswer> answers(UUID person) {
        return reads.rows(
                ANSWERS,
                row -> new ConsentAnswer(row.getInt("version"), row.getBoolean("agreed"), Jdbc.instant(row, "at")),
                county.id(),
                person);
    }

    public Numbers numbers() {
        int current = current().map(ConsentText::version).orElse(0);
        return reads.rows(
                        NUMBERS,
                        row -> new Numbers(row.getLong("agreed"), row.getLong("earlier"), row.getLong("withdrawn")),
                        current,
                        current,
                        county.id())
                .get(0);
    }

    /**
     * Who took their word back, the latest first.
     *
     * @param last the last one of the page before
     */
    public Page<Withdrawal, UUID> withdrawn(Optional<UUID> last, int size) {
        List<Object> parameters = new ArrayList<>(List.of(county.id()));
        last.ifPresent(person -> parameters.addAll(List.of(county.id(), person)));
        parameters.add(size + 1);
        return Page.of(
                reads.rows(
                        WITHDRAWN.formatted(last.isPresent() ? WITHDRAWN_AFTER : ""),
                        row -> new Withdrawal(
                                row.getObject("id", UUID.class), row.getString("name"), Jdbc.instant(row, "at")),
                        parameters.toArray()),
                size,
                Withdrawal::person);
    }

    /**
     * A new text, which everybody is asked to agree to.
     *
     * @param seen version that was on the officer's screen; 0 for none
     * @throws Refused when a field does not fit, or somebody else published one meanwhile
     */
    @Transactional
    public void publish(int seen, String zh, String en, String reason, UUID by) {
        Refused refused = PrivacyRefused.wrong();
        String chinese = text(zh, "zh", refused);
        String english = text(en, "en", refused);
        String why = Objects.toString(reason, "").strip();
        if (why.length() < SHORTEST_REASON || why.length() > LONGEST_REASON) {
            refused.field("reason", "privacy.why-missing");
        }
        refused.throwIfAny();
        int current = current().map(ConsentText::version).orElse(0);
        if (current != seen
                || writes.returning(
                                PUBLISH,
                                row -> row.getInt(1),
                                county.id(),
                                current + 1,
                                chinese,
                                english,
                                why,
                                by,
                                clock.instant())
                        .isEmpty()) {
            throw PrivacyRefused.decided();
        }
        withoutText.remove(county.id());
        LOG.infof("Version %d of what %s asks its trainees to agree to, by %s", current + 1, county.id(), by);
    }

    /**
     * Somebody agrees to the text they saw, or takes their word back; saying the same again changes nothing.
     *
     * @throws Refused when there is a later text by now
     */
    @Transactional
    public void answer(UUID person, int version, boolean agreed) {
        ConsentText current = current().orElseThrow(PrivacyRefused::unknown);
        if (current.version() != version) {
            throw PrivacyRefused.decided();
        }
        Optional<ConsentAnswer> last = answers(person).stream().findFirst();
        if (last.filter(one -> one.version() == version && one.agreed() == agreed)
                .isEmpty()) {
            writes.returning(ANSWER, row -> person, county.id(), Ids.next(), person, version, agreed, clock.instant());
        }
    }

    private static String text(String typed, String field, Refused refused) {
        String text = Objects.toString(typed, "").replace("\u0000", "").strip();
        if (text.length() < SHORTEST_TEXT || text.length() > LONGEST_TEXT) {
            refused.field(field, "privacy.text-missing");
        }
        return text;
    }
}
