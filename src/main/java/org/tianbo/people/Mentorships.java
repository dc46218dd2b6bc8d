package org.tianbo.people;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.tianbo.platform.error.Refused;

/**
 * Who mentors whom: given, taken away, shared out, and each batch undone as a whole. Who is a mentor is known to
 * Keycloak, which is asked before the transaction, never inside one.
 */
public interface Mentorships {

    /** The county's mentors by name. */
    List<Mentor> mentors();

    /** The mentors of each of these trainees; whoever has none is absent. */
    Map<UUID, List<UUID>> ofTrainees(Collection<UUID> trainees);

    /** Whom this mentor has. */
    List<UUID> traineesOf(UUID mentor);

    /**
     * Gives these trainees to the mentor; whoever has that mentor already keeps them.
     *
     * @return id of the batch
     * @throws Refused when the person is no mentor of this county
     */
    UUID assign(Collection<UUID> trainees, UUID mentor, UUID by);

    /**
     * Gives those of the trainees who have no mentor to the county's mentors, evenly.
     *
     * @throws Refused when the county has no mentor
     */
    UUID assignLeastLoaded(Collection<UUID> trainees, UUID by);

    /** Takes the trainee from the mentor; taking what is gone changes nothing. */
    UUID unassign(UUID trainee, UUID mentor, UUID by);

    /**
     * Undoes a batch, as far as nothing was changed since.
     *
     * @throws Refused when there is none of that id in this county, or it was taken back before
     */
    UUID undo(UUID batch, UUID by);

    /** What the batch changed; empty for one that changed nothing, or of another county. */
    Optional<AssignmentBatch> batch(UUID id);

    /**
     * A mentor of this county.
     *
     * @param trainees how many they have, of whatever class
     */
    record Mentor(UUID id, String name, int trainees) {}

    /** A trainee no longer has this mentor; published within the transaction that takes them away. */
    record MentorshipEnded(String county, UUID mentor, UUID trainee) {}

    /**
     * What one batch changed.
     *
     * @param undo it took another one back
     * @param undone it was itself taken back
     */
    record AssignmentBatch(UUID id, int given, int taken, boolean undo, boolean undone) {}
}
