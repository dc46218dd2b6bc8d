package org.tianbo.people;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** Who belongs to the county, and who mentors whom. */
public interface People {

    /** A person of this county; {@link PersonUnknown} when there is none of that id. */
    PersonView trainee(UUID id);

    /** Those of the ids who belong to this county, by name. */
    List<PersonView> trainees(Collection<UUID> ids);

    /** The names of those of the ids who belong to this county. */
    default Map<UUID, String> names(Collection<UUID> ids) {
        return trainees(ids).stream().collect(Collectors.toMap(PersonView::id, PersonView::name));
    }

    /**
     * What the county's register says of somebody beside their name and village; empty texts for what it does not say.
     *
     * @param identityEnd the last digits of the identity number
     */
    record Registered(String identityEnd, String mobile, String category) {}

    /** By id, of those of the ids who belong to this county. */
    Map<UUID, Registered> registered(Collection<UUID> ids);

    /** Since when the county has known this person; empty for somebody it does not know. */
    Optional<Instant> joined(UUID id);

    /** The next of the county's people, staff too, in the order of their ids. */
    List<UUID> idsAfter(UUID last, int most);

    /**
     * Locks the person until the transaction ends, for what is done one at a time: numbering their attempts, leasing
     * them a review, beginning their store.
     */
    void lock(UUID id);

    boolean mentors(UUID mentor, UUID trainee);

    /** Whether the person works, or has worked, for the county: they are no trainee of it. */
    boolean isStaff(UUID id);

    /** Adds somebody, or finds them again by identity number or login; the id stays the same. */
    UUID join(NewPerson joining);

    /** Gives the person another login, before there is an account of the old one. */
    PersonView renewLogin(UUID id);

    /**
     * Lets the mentor see the trainee's work from now on, before there is an office to decide it ({@link Mentorships}).
     */
    void assign(UUID mentor, UUID trainee);

    void addVillage(String town, String name);
}
