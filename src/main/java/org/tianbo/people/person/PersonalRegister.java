package org.tianbo.people.person;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.tianbo.people.account.Accounts;
import org.tianbo.platform.privacy.PersonalData;
import org.tianbo.platform.privacy.PersonalKind;
import org.tianbo.platform.privacy.PersonalRecords;
import org.tianbo.platform.privacy.PersonalRows;
import org.tianbo.platform.security.CurrentCounty;

/** Who somebody is, how they sign in, and who looks after them. */
@ApplicationScoped
class PersonalRegister implements PersonalData {

    private static final String PERSON =
            """
            select p.name, p.mobile as phone, v.town, v.name as village, p.gender, p.birth_year, p.id_last4,
                p.category, p.note, p.login, p.created_at
            from people p left join villages v on v.county = p.county and v.id = p.village
            where p.county = ? and p.id = ?
            """;

    private static final String CORRECTIONS =
            """
            select field, in_class as class, old_value, new_value, corrected_at from person_corrections
            where county = ? and person = ? order by corrected_at
            """;

    private static final String CARDS =
            """
            select issued_at from cards where county = ? and person = ? order by issued_at
            """;

    private static final String SIGN_INS =
            """
            select first_at, last_at from sign_ins where county = ? and person = ?
            """;

    private static final String MENTORS =
            """
            select m.name as mentor
            from mentorships s join people m on m.county = s.county and m.id = s.mentor
            where s.county = ? and s.trainee = ?
            """;

    private static final String STAFF = "select 1 from staff where county = ? and person = ?";

    private final PersonRepository people;
    private final Accounts accounts;
    private final PersonalRows rows;
    private final CurrentCounty county;

    PersonalRegister(PersonRepository people, Accounts accounts, PersonalRows rows, CurrentCounty county) {
        this.people = people;
        this.accounts = accounts;
        this.rows = rows;
        this.county = county;
    }

    @Override
    public List<PersonalRecords> records() {
        return List.of(
                new PersonalRecords(PersonalKind.PERSON, "people", PERSON),
                new PersonalRecords(PersonalKind.CORRECTIONS, "person_corrections", CORRECTIONS),
                new PersonalRecords(PersonalKind.CARDS, "cards", CARDS),
                new PersonalRecords(PersonalKind.SIGN_INS, "sign_ins", SIGN_INS),
                new PersonalRecords(PersonalKind.MENTORS, "mentorships", MENTORS));
    }

    @Override
    public boolean isErasable(UUID person) {
        return rows.texts(STAFF, person).isEmpty();
    }

    /** The account goes first, so that nobody signs in to what is being erased. */
    @Override
    public void erase(UUID person) {
        Person known = QuarkusTransaction.requiringNew().call(() -> people.findById(person));
        accounts.close(new Accounts.Holder(person, county.id(), known.login, known.name));
        // What was written under their name is found as long as they have one.
        rows.erase("select erase_from_register(?, ?)", person);
        QuarkusTransaction.requiringNew().run(() -> people.findById(person).erase());
    }
}
