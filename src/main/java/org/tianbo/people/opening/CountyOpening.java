package org.tianbo.people.opening;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.tianbo.people.staff.Invitation;
import org.tianbo.people.staff.StaffOffice;
import org.tianbo.people.staff.StaffOffice.Invited;
import org.tianbo.platform.data.AdvisoryLocks;
import org.tianbo.platform.data.Jdbc;
import org.tianbo.platform.data.Page;
import org.tianbo.platform.error.Refused;
import org.tianbo.platform.security.CountyReads;
import org.tianbo.platform.security.CurrentCounty;

/** The operator opens counties. Opening the same one again finds what is there, and goes on where it broke off. */
@ApplicationScoped
public class CountyOpening {

    private static final Logger LOG = Logger.getLogger(CountyOpening.class);

    private static final String OPEN =
            """
            insert into counties (id, code, name_zh, name_en, opened_at) values (:id, :code, :zh, :en, :at)
            on conflict do nothing
            """;

    private static final String COUNTY =
            """
            select c.id, coalesce(c.code, '') as code, c.name_zh, c.name_en, c.opened_at,
                (select count(*) from villages v where v.county = c.id) as villages,
                (select count(*) from staff s where s.county = c.id and s.role = 'officer' and s.ended_at is null)
                    as officers,
                (select count(*) from staff s join sign_ins i on i.county = s.county and i.person = s.person
                    where s.county = c.id and s.role = 'officer' and s.ended_at is null) as signed_in
            from counties c
            """;

    private static final String PAGE = COUNTY + " where c.id > ? order by c.id limit ?";
    private static final String ONE = COUNTY + " where c.id = ?";
    private static final String BY_CODE = "select id from counties where code = ?";
    private static final String OFFICER = "select id from people where county = ? and login = ?";

    private final EntityManager entities;
    private final CountyReads reads;
    private final StaffOffice staff;
    private final CurrentCounty county;
    private final Clock clock;

    CountyOpening(EntityManager entities, CountyReads reads, StaffOffice staff, CurrentCounty county, Clock clock) {
        this.entities = entities;
        this.reads = reads;
        this.staff = staff;
        this.county = county;
        this.clock = clock;
    }

    /**
     * A county as the operator sees it.
     *
     * @param code empty for one from before codes were kept
     * @param opened empty for one from before that
     * @param officers who have access, and {@code signedIn} those of them who have ever signed in
     */
    public record CountyLine(
            String id,
            String code,
            String nameZh,
            String nameEn,
            Optional<Instant> opened,
            int villages,
            int officers,
            int signedIn) {}

    /**
     * What came of it.
     *
     * @param added whether it was not there before
     * @param officer with the password of the first sign-in; without one where the officer was there already
     */
    public record Opened(String county, boolean added, Invited officer) {}

    /** @throws Refused when something does not fit, or another county has the id or the code */
    @Transactional(Transactional.TxType.NEVER)
    public Opened open(NewCounty wanted, Invitation officer) {
        Refused faults = OpeningRefused.wrong();
        wanted.check(faults);
        faults.throwIfAny();
        officer.check();
        boolean added = county.as(
                CurrentCounty.ROOT, () -> QuarkusTransaction.requiringNew().call(() -> added(wanted)));
        Invited invited = county.as(
                wanted.id(), () -> known(wanted.id(), officer.login()).orElseGet(() -> staff.invite(officer, null)));
        if (added) {
            LOG.infof("County %s opened", wanted.id());
        }
        return new Opened(wanted.id(), added, invited);
    }

    /** In the order of their ids. @param after the last one of the page before */
    public Page<CountyLine, String> page(String after, int size) {
        return county.as(
                CurrentCounty.ROOT,
                () -> Page.of(reads.rows(PAGE, CountyOpening::line, after, size + 1), size, CountyLine::id));
    }

    /** @throws org.tianbo.platform.error.NotFound when there is none */
    public CountyLine one(String id) {
        return county.as(CurrentCounty.ROOT, () -> reads.rows(ONE, CountyOpening::line, id)).stream()
                .findFirst()
                .orElseThrow(OpeningRefused::unknown);
    }

    private boolean added(NewCounty wanted) {
        AdvisoryLocks.hold(entities, "opening of counties");
        List<CountyLine> there = reads.rows(ONE, CountyOpening::line, wanted.id());
        if (!there.isEmpty()) {
            if (!isSame(there.get(0), wanted)) {
                throw OpeningRefused.taken("id");
            }
            return false;
        }
        if (!reads.rows(BY_CODE, row -> row.getString(1), wanted.code()).isEmpty()) {
            throw OpeningRefused.taken("code");
        }
        return entities.createNativeQuery(OPEN)
                        .setParameter("id", wanted.id())
                        .setParameter("code", wanted.code())
                        .setParameter("zh", wanted.nameZh())
                        .setParameter("en", wanted.nameEn())
                        .setParameter("at", clock.instant().atOffset(ZoneOffset.UTC))
                        .executeUpdate()
                == 1;
    }

    private static boolean isSame(CountyLine there, NewCounty wanted) {
        return Objects.equals(there.code(), wanted.code())
                && there.nameZh().equals(wanted.nameZh())
                && there.nameEn().equals(wanted.nameEn());
    }

    private Optional<Invited> known(String id, String login) {
        return reads.rows(OFFICER, row -> row.getObject(1, UUID.class), id, login).stream()
                .findFirst()
                .map(person -> new Invited(person, login, ""));
    }

    private static CountyLine line(ResultSet row) throws SQLException {
        return new CountyLine(
                row.getString("id"),
                row.getString("code"),
                row.getString("name_zh"),
                row.getString("name_en"),
                Optional.ofNullable(Jdbc.instant(row, "opened_at")),
                row.getInt("villages"),
                row.getInt("officers"),
                row.getInt("signed_in"));
    }
}
