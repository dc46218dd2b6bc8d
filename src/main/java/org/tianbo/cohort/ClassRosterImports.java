package org.tianbo.cohort;

import java.io.InputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.tianbo.people.Rosters.RosterReport;

/** The county's classes, and people who come to them from another system's files. */
public interface ClassRosterImports {

    /** A class of the county. */
    record ClassView(UUID id, String name, LocalDate from, LocalDate to) {}

    /**
     * What a roster brings to a class, or would.
     *
     * @param newcomers those accepted who were not on the class's roster before
     * @param differing where the roster differs from what the county has of people it knows; that stays as it is
     */
    record Brought(RosterReport report, int newcomers, int differing) {}

    /** All of them, the one that begins first coming first. */
    List<ClassView> classes();

    /** Who is in the class and has not left it. */
    Set<UUID> members(UUID cohort);

    /** What taking the roster would do; stores nothing. */
    Brought check(UUID cohort, InputStream roster);

    /** Takes the accepted people into the class; whoever takes them states that they have signed their consent. */
    Brought take(UUID cohort, InputStream roster, UUID by);
}
