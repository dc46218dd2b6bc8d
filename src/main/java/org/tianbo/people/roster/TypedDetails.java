package org.tianbo.people.roster;

import java.util.Optional;
import java.util.regex.Pattern;
import org.tianbo.people.Gender;
import org.tianbo.people.PersonDetails;
import org.tianbo.people.PersonEdits.PersonRefused;
import org.tianbo.platform.privacy.MobileNumber;

/**
 * What was typed about a person, cleaned as a roster's rows are.
 *
 * @param refused names the fields that do not fit; without any it is no refusal
 */
record TypedDetails(PersonDetails details, PersonRefused refused) {

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_REMARK = 500;
    private static final Pattern CONTROLS = Pattern.compile("[\\p{Cc}\\p{Cs}]");

    static TypedDetails of(PersonDetails typed) {
        PersonRefused refused = new PersonRefused();
        String name = PersonName.normal(plain(typed.name()));
        if (name.isEmpty()) {
            refused.field("name", "people.name-missing");
        } else if (name.length() > LONGEST_NAME) {
            refused.field("name", "people.name-too-long");
        }
        Optional<String> mobile = typed.mobile().isBlank()
                ? Optional.of("")
                : MobileNumber.parse(typed.mobile()).map(MobileNumber::digits);
        if (mobile.isEmpty()) {
            refused.field("phone", "people.phone-shape");
        }
        return new TypedDetails(
                new PersonDetails(
                        name,
                        mobile.orElse(""),
                        typed.village(),
                        Gender.named(typed.gender()),
                        remark("category", typed.category(), refused),
                        remark("note", typed.note(), refused)),
                refused);
    }

    private static String remark(String field, String typed, PersonRefused refused) {
        String remark = plain(typed);
        if (remark.length() > LONGEST_REMARK) {
            refused.field(field, "people.remark-too-long");
        }
        return remark;
    }

    private static String plain(String typed) {
        return CONTROLS.matcher(typed).replaceAll(" ").strip();
    }
}
