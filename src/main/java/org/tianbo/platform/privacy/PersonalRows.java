package org.tianbo.platform.privacy;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.tianbo.platform.security.CountyReads;
import org.tianbo.platform.security.CountyWrites;
import org.tianbo.platform.security.CurrentCounty;

/** What a feature's tables hold of one person of the county at hand, for whoever answers {@link PersonalData}. */
@ApplicationScoped
public class PersonalRows {

    private final CountyReads reads;
    private final CountyWrites writes;
    private final CurrentCounty county;

    PersonalRows(CountyReads reads, CountyWrites writes, CurrentCounty county) {
        this.reads = reads;
        this.writes = writes;
        this.county = county;
    }

    /**
     * The first column of the person's rows, as text.
     *
     * @param select one statement with two question marks: the county, then the person
     */
    public List<String> texts(String select, UUID person) {
        return reads.rows(select, row -> row.getString(1), county.id(), person);
    }

    /**
     * Erases what the statement says.
     *
     * @param change one statement that returns rows, with two question marks: the county, then the person
     */
    public void erase(String change, UUID person) {
        writes.returning(change, row -> person, county.id(), person);
    }
}
