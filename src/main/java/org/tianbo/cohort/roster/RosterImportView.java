package org.tianbo.cohort.roster;

import java.time.Instant;
import java.util.UUID;

/** A roster file once taken, for those who ask where the people came from. */
public record RosterImportView(
        UUID id, Instant at, int rows, int accepted, int merged, int rejected, int newcomers, String sha256) {

    /** Enough of the digest to compare two papers by eye. */
    public String shortDigest() {
        return sha256.substring(0, 12);
    }

    static RosterImportView of(RosterImport taken) {
        return new RosterImportView(
                taken.id,
                taken.importedAt,
                taken.rowCount,
                taken.accepted,
                taken.merged,
                taken.rejected,
                taken.newcomers,
                taken.sha256);
    }
}
