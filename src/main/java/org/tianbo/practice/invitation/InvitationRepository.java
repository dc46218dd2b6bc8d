package org.tianbo.practice.invitation;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.tianbo.platform.data.Jdbc;
import org.tianbo.platform.security.CountyReads;
import org.tianbo.platform.security.CurrentCounty;

/** Invitations by plain SQL: they are read for all viewers of a replica at once. */
@ApplicationScoped
public class InvitationRepository {

    private static final String SELECT =
            "select id, attempt, audience, name, created_at, ends_at, withdrawn_at from live_invitations ";

    private final Session entities;
    private final CountyReads reads;
    private final CurrentCounty county;

    InvitationRepository(Session entities, CountyReads reads, CurrentCounty county) {
        this.entities = entities;
        this.reads = reads;
        this.county = county;
    }

    void add(Invitation invitation) {
        entities.createNativeMutationQuery(
                        "insert into lives (county, attempt) values (:county, :attempt) on conflict do nothing")
                .setParameter("county", county.id())
                .setParameter("attempt", invitation.attempt())
                .executeUpdate();
        entities.createNativeMutationQuery(
                        """
                        insert into live_invitations (county, id, attempt, audience, name, created_at, ends_at)
                        values (:county, :id, :attempt, :audience, :name, :createdAt, :endsAt)""")
                .setParameter("county", county.id())
                .setParameter("id", invitation.id())
                .setParameter("attempt", invitation.attempt())
                .setParameter("audience", invitation.audience().word())
                .setParameter("name", invitation.name())
                .setParameter("createdAt", invitation.createdAt())
                .setParameter("endsAt", invitation.endsAt())
                .executeUpdate();
    }

    /** @return false when there is none that holds */
    boolean withdraw(UUID attempt, UUID id, Instant now) {
        return entities.createNativeMutationQuery(
                                """
                                update live_invitations set withdrawn_at = :now
                                where county = :county and attempt = :attempt and id = :id and withdrawn_at is null""")
                        .setParameter("now", now)
                        .setParameter("county", county.id())
                        .setParameter("attempt", attempt)
                        .setParameter("id", id)
                        .executeUpdate()
                == 1;
    }

    public Optional<Invitation> byId(UUID id) {
        return reads
                .rows(SELECT + "where county = ? and id = ?", InvitationRepository::invitation, county.id(), id)
                .stream()
                .findFirst();
    }

    /** Withdrawn ones too, in the order they were made. */
    public List<Invitation> of(UUID attempt) {
        return reads.rows(
                SELECT + "where county = ? and attempt = ? order by id",
                InvitationRepository::invitation,
                county.id(),
                attempt);
    }

    private static Invitation invitation(ResultSet row) throws SQLException {
        return new Invitation(
                row.getObject("id", UUID.class),
                row.getObject("attempt", UUID.class),
                InvitedAudience.of(row.getString("audience")),
                row.getString("name"),
                Jdbc.instant(row, "created_at"),
                Jdbc.instant(row, "ends_at"),
                Optional.ofNullable(Jdbc.instant(row, "withdrawn_at")));
    }
}
