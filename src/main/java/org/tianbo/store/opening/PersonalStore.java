package org.tianbo.store.opening;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.tianbo.media.Media;
import org.tianbo.platform.privacy.PersonalData;
import org.tianbo.platform.privacy.PersonalKind;
import org.tianbo.platform.privacy.PersonalRecords;
import org.tianbo.platform.privacy.PersonalRows;

/** Somebody's store, what was shown for it, and what it sold. */
@ApplicationScoped
class PersonalStore implements PersonalData {

    private static final String STORE =
            """
            select s.path, s.began_at, t.kind, t.on_day, t.link
            from stores s left join store_turns t on t.county = s.county and t.store = s.id
            where s.county = ? and s.trainee = ? order by t.turned_at
            """;

    private static final String STORE_EVIDENCE =
            """
            select e.rule, e.answer, e.words, e.link, e.given_at
            from gate_evidence e join stores s on s.county = e.county and s.id = e.store
            where s.county = ? and s.trainee = ? order by e.given_at
            """;

    private static final String ORDERS =
            """
            select o.platform, o.order_no, o.product, o.quantity, o.paid_fen, o.refunded_fen, o.state, o.ordered_at
            from order_lines o join stores s on s.county = o.county and s.id = o.store
            where s.county = ? and s.trainee = ? order by o.ordered_at
            """;

    private static final String PHOTOS =
            """
            select p.bytes, p.width, p.height, p.kept_at
            from photos p left join stores s on s.county = p.county and s.id = p.store
            where p.county = ? and coalesce(p.trainee, s.trainee) = ? order by p.kept_at
            """;

    private static final String FILES =
            """
            select p.object_key
            from photos p left join stores s on s.county = p.county and s.id = p.store
            where p.county = ? and coalesce(p.trainee, s.trainee) = ?
            """;

    private final PersonalRows rows;
    private final Media media;

    PersonalStore(PersonalRows rows, Media media) {
        this.rows = rows;
        this.media = media;
    }

    @Override
    public List<PersonalRecords> records() {
        return List.of(
                new PersonalRecords(PersonalKind.STORE, "stores", STORE),
                new PersonalRecords(PersonalKind.STORE_EVIDENCE, "gate_evidence", STORE_EVIDENCE),
                new PersonalRecords(PersonalKind.ORDERS, "order_lines", ORDERS),
                new PersonalRecords(PersonalKind.PHOTOS, "photos", PHOTOS));
    }

    @Override
    public List<String> files(UUID person) {
        return rows.texts(FILES, person);
    }

    @Override
    public void erase(UUID person) {
        files(person).forEach(media::delete);
        rows.erase("select erase_from_store(?, ?)", person);
    }
}
