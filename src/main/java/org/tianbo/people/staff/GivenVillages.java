package org.tianbo.people.staff;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.tianbo.people.StaffVillages;
import org.tianbo.platform.security.Roles;
import org.tianbo.platform.security.SignedIn;

/** Which villages' people a member of staff sees, as officers have decided. */
@ApplicationScoped
class GivenVillages implements StaffVillages {

    private final StaffVillageTable table;
    private final SignedIn signedIn;

    GivenVillages(StaffVillageTable table, SignedIn signedIn) {
        this.table = table;
        this.signedIn = signedIn;
    }

    @Override
    public Villages of(UUID person) {
        return table.given(person);
    }

    /** Whoever holds a role that sees the whole county sees it whatever else they are. */
    @Override
    public Villages mine() {
        boolean bound = signedIn.is(Roles.COORDINATOR) && !signedIn.is(Roles.OFFICER) && !signedIn.is(Roles.AUDITOR);
        return bound ? table.ofCoordinator(signedIn.id()) : Villages.ALL;
    }

    @Override
    public Set<UUID> seen(Collection<UUID> people) {
        Villages villages = mine();
        // A set that may be asked about what a form left empty: an immutable one throws then.
        return new HashSet<>(villages.all() ? people : table.livingIn(villages, people));
    }

    @Override
    public boolean sees(UUID person) {
        return !seen(List.of(person)).isEmpty();
    }
}
