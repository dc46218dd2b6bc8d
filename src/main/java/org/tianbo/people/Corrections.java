package org.tianbo.people;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.tianbo.people.Rosters.Roster;
import org.tianbo.people.Rosters.VillageName;
import org.tianbo.platform.data.Sha256;

/** Corrects people by a roster that somebody has compared and confirmed; what stood there before is kept. */
public interface Corrections {

    /** Where the roster differs from what the county has of those whom it knows by their identity number. */
    RosterChanges wanted(Roster roster);

    /**
     * Takes over what the roster says.
     *
     * @param fileSha256 of the roster's file; null for what was corrected by hand
     * @param by who has seen the changes and confirmed them
     */
    void apply(RosterChanges changes, String fileSha256, UUID by);

    /**
     * Writes down what was corrected of what is kept with a class and not in the county's register; changes nothing.
     *
     * @param inClass what the class is called
     * @param fileSha256 of the file that brought it; null for what was corrected by hand
     * @param by who has confirmed it
     */
    void note(RosterChanges changes, String inClass, String fileSha256, UUID by);

    /** What was corrected about the person, the latest first. */
    List<PersonCorrectionView> of(UUID person);

    /** All details in which a roster differs from what the county has, in the order of the file. */
    record RosterChanges(List<RosterChange> all) {

        private static final int ENOUGH_BYTES = 16;

        public RosterChanges {
            all = List.copyOf(all);
        }

        public boolean isEmpty() {
            return all.isEmpty();
        }

        /**
         * The name of exactly these changes. Whoever confirms them sends it back, so that nothing is changed that was
         * not on their screen: not by another file, nor by what somebody else corrected meanwhile.
         */
        public String confirmation() {
            MessageDigest digest = Sha256.begin();
            for (RosterChange change : all) {
                for (String part :
                        List.of(change.person().toString(), change.field().name(), change.before(), change.now())) {
                    byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
                    digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
                    digest.update(bytes);
                }
            }
            return HexFormat.of().formatHex(digest.digest(), 0, ENOUGH_BYTES);
        }
    }

    /**
     * One detail in which a row of a roster differs from what the county has of the same person.
     *
     * @param line the person's line in the file, counted from 1
     * @param name of the person, as the county has it
     * @param before what the county has; empty for nothing. A village with its town, a gender as {@link Gender} names
     *     it
     * @param now what the roster says
     */
    record RosterChange(int line, UUID person, String name, PersonField field, String before, String now) {

        public static String text(VillageName village) {
            return village == null ? "" : village.town() + " " + village.name();
        }

        /** Personal data stays out of logs that print a change in passing. */
        @Override
        public String toString() {
            return "RosterChange[line=" + line + ", field=" + field + "]";
        }
    }

    /**
     * A detail of a person that a roster or somebody by hand corrected.
     *
     * @param inClass the class with which it is kept; empty for what the county's register has
     * @param before what stood there until then; empty for nothing
     * @param by name of whoever confirmed it; empty when they are not known any more
     */
    record PersonCorrectionView(
            UUID id,
            PersonField field,
            String inClass,
            String before,
            String now,
            boolean byHand,
            String by,
            Instant at) {}

    /** What a corrected roster may change about somebody whom the county knows by their identity number. */
    enum PersonField {
        NAME,
        PHONE,
        VILLAGE,
        GENDER,
        CATEGORY,
        NOTE,
        /** What they learned before and elsewhere, which is kept with the class that the roster is of. */
        EARLIER_COURSES;

        /** As reports name the roster's columns. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
