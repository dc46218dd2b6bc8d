package org.tianbo.privacy.correction;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.tianbo.people.Corrections;
import org.tianbo.people.Corrections.RosterChange;
import org.tianbo.people.Corrections.RosterChanges;
import org.tianbo.people.Gender;
import org.tianbo.people.People;
import org.tianbo.platform.data.Ids;
import org.tianbo.platform.data.Page;
import org.tianbo.platform.error.Refused;
import org.tianbo.platform.privacy.MobileNumber;
import org.tianbo.platform.privacy.PhoneNumbers;
import org.tianbo.platform.security.CountyReads;
import org.tianbo.platform.security.CountyWrites;
import org.tianbo.platform.security.CurrentCounty;
import org.tianbo.privacy.PrivacyRefused;
import org.tianbo.privacy.correction.CorrectionRequest.State;
import org.tianbo.privacy.known.KnownData;
import org.tianbo.privacy.known.KnownPerson;

/** People say what is wrong about them; the county's desk decides, except of what is theirs to correct. */
@ApplicationScoped
public class CorrectionDesk {

    private static final Logger LOG = Logger.getLogger(CorrectionDesk.class);
    private static final int LONGEST = 200;
    private static final int LONGEST_NAME = 40;
    private static final int SHORTEST_REASON = 2;
    private static final int SHOWN = 100;

    private static final String SELECT =
            """
            select r.id, r.person, p.name, r.field, r.old_value, r.new_value, r.reason, r.asked_at, r.state,
                r.decided_at, r.words
            from correction_requests r join people p on p.county = r.county and p.id = r.person
            where r.county = ?\s""";

    private static final String AFTER =
            """
            and (r.asked_at, r.id) >
                (select a.asked_at, a.id from correction_requests a where a.county = ? and a.id = ?)
            """;

    private static final String ASK =
            """
            insert into correction_requests
                (county, id, person, field, old_value, new_value, reason, asked_at, state)
            values (?, ?, ?, ?, ?, ?, ?, ?, 'WAITING') returning id
            """;

    private static final String DECIDE =
            """
            update correction_requests set state = ?, decided_by = ?, decided_at = ?, words = ?
            where county = ? and id = ? and state = 'WAITING' returning id
            """;

    private final CountyReads reads;
    private final CountyWrites writes;
    private final CurrentCounty county;
    private final People people;
    private final Corrections corrections;
    private final KnownData known;
    private final PhoneNumbers phones;
    private final Clock clock;

    CorrectionDesk(
            CountyReads reads,
            CountyWrites writes,
            CurrentCounty county,
            People people,
            Corrections corrections,
            KnownData known,
            PhoneNumbers phones,
            Clock clock) {
        this.reads = reads;
        this.writes = writes;
        this.county = county;
        this.people = people;
        this.corrections = corrections;
        this.known = known;
        this.phones = phones;
        this.clock = clock;
    }

    /** What somebody typed. */
    public record Asked(String field, String value, String reason) {}

    /** What somebody asked for, the latest first. */
    public List<CorrectionRequest> of(UUID person) {
        return reads.rows(
                SELECT + "and r.person = ? order by r.asked_at desc, r.id desc limit " + SHOWN,
                this::request,
                county.id(),
                person);
    }

    /**
     * What waits for the desk, the earliest first.
     *
     * @param last the last one of the page before; it may be decided by now
     */
    public Page<CorrectionRequest, UUID> waiting(Optional<UUID> last, int size) {
        List<Object> parameters = new ArrayList<>(List.of(county.id()));
        last.ifPresent(request -> parameters.addAll(List.of(county.id(), request)));
        parameters.add(size + 1);
        return Page.of(
                reads.rows(
                        SELECT + "and r.state = 'WAITING' " + (last.isPresent() ? AFTER : "")
                                + "order by r.asked_at, r.id limit ?",
                        this::request,
                        parameters.toArray()),
                size,
                CorrectionRequest::id);
    }

    /**
     * Somebody says what is wrong about themselves. What is theirs to correct is corrected at once.
     *
     * @throws Refused when a field does not fit, or it is confirmed that the person is erased
     */
    @Transactional
    public void ask(UUID person, Asked asked) {
        Refused refused = PrivacyRefused.wrong();
        AskedField field = AskedField.of(asked.field()).orElse(null);
        String reason = Objects.toString(asked.reason(), "").strip();
        if (field == null) {
            refused.field("field", "privacy.field-missing");
        }
        if (reason.length() < SHORTEST_REASON || reason.length() > LONGEST) {
            refused.field("reason", "privacy.reason-missing");
        }
        String value = field == null
                ? ""
                : value(field, Objects.toString(asked.value(), "").strip(), refused);
        refused.throwIfAny();
        people.lock(person);
        known.refuseErased(person);
        UUID id = Ids.next();
        writes.returning(
                ASK,
                row -> row.getString(1),
                county.id(),
                id,
                person,
                field.name(),
                phones.sealIn(standing(known.person(person), field)),
                phones.sealIn(value),
                phones.sealIn(reason),
                clock.instant());
        if (field.isTheirs()) {
            decide(id, true, "", person);
        }
    }

    /**
     * The desk says yes or no; what stands in the register changes with the yes.
     *
     * @param words why not, where it is no
     */
    @Transactional
    public void decide(UUID id, boolean yes, String words, UUID by) {
        String said = Objects.toString(words, "").strip();
        if (!yes && (said.length() < SHORTEST_REASON || said.length() > LONGEST)) {
            throw PrivacyRefused.wrong().field("words", "privacy.words-missing");
        }
        CorrectionRequest request = reads.rows(SELECT + "and r.id = ?", this::request, county.id(), id).stream()
                .findFirst()
                .orElseThrow(PrivacyRefused::unknown);
        people.lock(request.person());
        known.refuseErased(request.person());
        boolean decided = writes.returning(
                        DECIDE,
                        row -> row.getString(1),
                        (yes ? State.DONE : State.REFUSED).name(),
                        by,
                        clock.instant(),
                        said.substring(0, Math.min(said.length(), LONGEST)),
                        county.id(),
                        id)
                .isEmpty();
        if (decided) {
            throw PrivacyRefused.decided();
        }
        if (yes) {
            apply(request, by);
        }
        LOG.infof("Correction %s of %s was %s by %s", id, request.person(), yes ? "made" : "refused", by);
    }

    private CorrectionRequest request(ResultSet row) throws SQLException {
        return CorrectionRequest.of(row, phones);
    }

    private void apply(CorrectionRequest request, UUID by) {
        request.field().inRegister().ifPresent(field -> {
            String before = standing(known.person(request.person()), request.field());
            if (!before.equals(request.wanted())) {
                corrections.apply(
                        new RosterChanges(List.of(new RosterChange(
                                0, request.person(), request.name(), field, before, request.wanted()))),
                        null,
                        by);
            }
        });
    }

    private static String standing(KnownPerson person, AskedField field) {
        return switch (field) {
            case NAME -> person.value(KnownPerson.Field.NAME);
            case PHONE -> person.value(KnownPerson.Field.PHONE);
            case GENDER -> person.value(KnownPerson.Field.GENDER);
            case VILLAGE ->
                (person.value(KnownPerson.Field.TOWN) + " " + person.value(KnownPerson.Field.VILLAGE)).strip();
            case OTHER -> "";
        };
    }

    /** As it is stored; what does not fit is written down as a fault of the field. */
    private static String value(AskedField field, String typed, Refused refused) {
        int longest = field == AskedField.NAME ? LONGEST_NAME : LONGEST;
        if (typed.isEmpty() || typed.length() > longest || typed.chars().anyMatch(Character::isISOControl)) {
            refused.field("value", "privacy.value-missing");
            return "";
        }
        return switch (field) {
            case PHONE ->
                MobileNumber.parse(typed).map(MobileNumber::digits).orElseGet(() -> {
                    refused.field("value", "privacy.no-phone");
                    return "";
                });
            case GENDER -> {
                String gender = Gender.of(typed)
                        .map(Gender::name)
                        .orElseGet(() -> Gender.named(typed.toUpperCase(Locale.ROOT)));
                if (gender.isEmpty()) {
                    refused.field("value", "privacy.no-gender");
                }
                yield gender;
            }
            default -> typed;
        };
    }
}
