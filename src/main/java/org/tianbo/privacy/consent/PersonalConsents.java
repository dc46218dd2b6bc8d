package org.tianbo.privacy.consent;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.tianbo.platform.privacy.PersonalData;
import org.tianbo.platform.privacy.PersonalKind;
import org.tianbo.platform.privacy.PersonalRecords;

/** What somebody agreed to; it stays when they are erased, as proof that it was right to keep anything. */
@ApplicationScoped
class PersonalConsents implements PersonalData {

    private static final String CONSENTS =
            """
            select c.version, c.agreed, c.at, t.zh, t.en
            from consents c join consent_texts t on t.county = c.county and t.version = c.version
            where c.county = ? and c.person = ? order by c.at
            """;

    @Override
    public List<PersonalRecords> records() {
        return List.of(new PersonalRecords(PersonalKind.CONSENTS, "consents", CONSENTS));
    }
}
