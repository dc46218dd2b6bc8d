package org.tianbo.privacy.known;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.tianbo.platform.error.Refused;
import org.tianbo.platform.privacy.PersonalData;
import org.tianbo.platform.privacy.PersonalKind;
import org.tianbo.platform.privacy.PersonalRecords;
import org.tianbo.platform.privacy.PhoneNumbers;
import org.tianbo.platform.security.CountyReads;
import org.tianbo.platform.security.CurrentCounty;
import org.tianbo.privacy.PrivacyRefused;
import org.tianbo.privacy.known.KnownPerson.Detail;
import org.tianbo.privacy.known.KnownPerson.Field;

/** What all features hold of somebody of the county at hand. */
@ApplicationScoped
public class KnownData {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String ERASED =
            "select 1 from erasures where county = ? and person = ? and state in ('CONFIRMED', 'DONE')";

    /** Letters of a time that say the day. */
    private static final int DAY = 10;

    private final List<PersonalData> features;
    private final CountyReads reads;
    private final PhoneNumbers phones;
    private final CurrentCounty county;

    KnownData(@All List<PersonalData> features, CountyReads reads, PhoneNumbers phones, CurrentCounty county) {
        this.features = features;
        this.reads = reads;
        this.phones = phones;
        this.county = county;
    }

    /** All kinds in their order, those of which nothing is known included; asked of the database once. */
    public List<KnownKind> kinds(UUID person) {
        List<PersonalRecords> all = records();
        String counts = all.stream()
                .map(one -> "select '" + one.kind().name() + "' as kind, count(*) as things from (" + one.select()
                        + ") as " + one.kind().name().toLowerCase(Locale.ROOT) + "_rows")
                .collect(Collectors.joining(" union all "));
        List<Object> parameters = new ArrayList<>();
        all.forEach(one -> parameters.addAll(List.of(county.id(), person)));
        return reads
                .rows(
                        counts,
                        row -> new KnownKind(PersonalKind.valueOf(row.getString("kind")), row.getLong("things")),
                        parameters.toArray())
                .stream()
                .sorted(Comparator.comparing(KnownKind::kind))
                .toList();
    }

    /** @throws Refused once it is confirmed that this person is erased */
    public void refuseErased(UUID person) {
        if (!reads.rows(ERASED, row -> 1, county.id(), person).isEmpty()) {
            throw PrivacyRefused.erased();
        }
    }

    /** Who they are, as the register has it. */
    public KnownPerson person(UUID person) {
        JsonNode row = records().stream()
                .filter(one -> one.kind() == PersonalKind.PERSON)
                .flatMap(one -> rows(one, person).stream())
                .findFirst()
                .map(KnownData::read)
                .orElseGet(JSON::createObjectNode);
        List<Detail> details = new ArrayList<>();
        for (Field field : Field.values()) {
            String value = row.path(field.name().toLowerCase(Locale.ROOT)).asText("");
            if (!value.isEmpty() && !"null".equals(value)) {
                details.add(new Detail(field, field == Field.CREATED_AT ? value.substring(0, DAY) : value));
            }
        }
        return new KnownPerson(details);
    }

    /** What features hold, in the order of kinds. */
    public List<PersonalRecords> records() {
        return features.stream()
                .flatMap(feature -> feature.records().stream())
                .sorted(Comparator.comparing(PersonalRecords::kind))
                .toList();
    }

    /** Each thing as a JSON object. */
    public List<String> rows(PersonalRecords records, UUID person) {
        List<String> stored = reads.rows(
                "select cast(to_jsonb(one) as text) from (" + records.select() + ") as one",
                row -> phones.openIn(row.getString(1)),
                county.id(),
                person);
        return records.reading().of(person, stored);
    }

    /** Keys of all files that somebody takes along. */
    public List<String> files(UUID person) {
        return features.stream()
                .flatMap(feature -> feature.files(person).stream())
                .distinct()
                .toList();
    }

    private static JsonNode read(String row) {
        try {
            return JSON.readTree(row);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("PostgreSQL writes JSON", impossible);
        }
    }
}
