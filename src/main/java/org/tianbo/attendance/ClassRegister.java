package org.tianbo.attendance;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What attendance must know of the county's classes; answered by the feature that keeps them. */
public interface ClassRegister {

    /** The class's name; a fault of the answering feature when the county has no class of that id. */
    String name(UUID cohort);

    /** The names of all the county's classes. */
    Map<UUID, String> names();

    /** Who is in the class and has not left it. */
    Set<UUID> members(UUID cohort);

    boolean isMember(UUID cohort, UUID trainee);

    /** The class that each of these people was last taken into, left or not; whoever never was in one is absent. */
    Map<UUID, UUID> latestClasses(Collection<UUID> people);

    /** The classes that this trainee is in and has not left. */
    List<UUID> classesOf(UUID trainee);
}
