package org.tianbo.people;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.tianbo.platform.error.Fault;
import org.tianbo.platform.error.Refused;

/** Adds people one by one and corrects what is known of them by hand; what stood there before is kept. */
public interface PersonEdits {

    /** A village of the county. */
    record VillageChoice(UUID id, String town, String name) {}

    /** All villages, town by town, as they are read. */
    List<VillageChoice> villages();

    /** What is known of the person; {@link PersonUnknown} when there is none of that id. */
    PersonDetails of(UUID person);

    /**
     * Writes the details as they are typed: cleaned and checked.
     *
     * @param seen {@link PersonDetails#confirmation()} of what was on the screen
     * @throws PersonRefused naming each field that does not fit
     * @throws PersonChanged when somebody else has changed them since
     */
    void edit(UUID person, PersonDetails typed, String seen, UUID by);

    /**
     * Puts one detail back as it was before; that is a correction of its own.
     *
     * @throws PersonChanged when the detail is no longer as that correction left it
     */
    void undo(UUID person, UUID correction, UUID by);

    /**
     * Adds somebody. Asked again under the same id, or with the identity number of somebody the county knows, it
     * returns that person and changes nothing.
     *
     * @param idNumber empty where it is not asked for
     * @throws PersonRefused naming each field that does not fit
     */
    UUID add(UUID id, PersonDetails typed, Optional<String> idNumber, UUID by);

    /**
     * Until the transaction ends, nobody else adds or changes people of the county, and its villages stay as they are.
     * Whoever locks anything of a person besides asks for this first.
     */
    void hold();

    /** Who may be the same: of that phone, or of that name in that village. At most ten. */
    List<PersonView> alike(PersonDetails details);

    /** The details cleaned, as {@link #add} would keep them; {@link PersonRefused} for what does not fit. */
    PersonDetails checked(PersonDetails typed);

    /** What was typed about a person does not fit; its fields say why. */
    class PersonRefused extends Refused {

        private static final long serialVersionUID = 1L;

        public PersonRefused() {
            super(Kind.INVALID, "people.refused");
        }
    }

    /** Somebody else has changed the person since they were shown. */
    class PersonChanged extends Fault {

        private static final long serialVersionUID = 1L;

        public PersonChanged() {
            super(Kind.CONFLICT, "people.changed-meanwhile");
        }
    }
}
