package org.tianbo.interop.oneroster;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.tianbo.cohort.ClassRosterImports;
import org.tianbo.cohort.ClassRosterImports.ClassView;
import org.tianbo.interop.InteropConfig;
import org.tianbo.interop.InteropRefused;
import org.tianbo.people.Counties;
import org.tianbo.people.People;
import org.tianbo.people.PersonView;
import org.tianbo.platform.data.Ids;
import org.tianbo.platform.privacy.PersonalLooks;
import org.tianbo.platform.security.CurrentCounty;
import org.tianbo.platform.table.csv.CsvSheet;

/**
 * The county's classes and who is in them, as a OneRoster 1.2 ZIP in bulk. Names and villages are in it, for an officer
 * takes it along for that; phones, sign-in names and identity numbers are not.
 */
@ApplicationScoped
public class OneRosterExport {

    private static final String BULK = "";

    private final ClassRosterImports classes;
    private final People people;
    private final Counties counties;
    private final PersonalLooks looks;
    private final CurrentCounty county;
    private final Semaphore places;

    OneRosterExport(
            ClassRosterImports classes,
            People people,
            Counties counties,
            PersonalLooks looks,
            CurrentCounty county,
            InteropConfig config) {
        this.classes = classes;
        this.people = people;
        this.counties = counties;
        this.looks = looks;
        this.county = county;
        this.places = new Semaphore(config.filesAtOnce());
    }

    /**
     * The whole ZIP. That somebody took it along is noted for everybody in it.
     *
     * @throws InteropRefused while as many as may be are being written
     */
    @Transactional
    public byte[] zip() {
        if (!places.tryAcquire()) {
            throw InteropRefused.busy();
        }
        try {
            return written();
        } finally {
            places.release();
        }
    }

    private byte[] written() {
        Map<ClassView, List<PersonView>> members = new LinkedHashMap<>();
        Map<UUID, PersonView> all = new LinkedHashMap<>();
        for (ClassView one : classes.classes()) {
            List<PersonView> ofClass = people.trainees(classes.members(one.id()));
            members.put(one, ofClass);
            ofClass.forEach(person -> all.put(person.id(), person));
        }
        looks.note(PersonalLooks.What.LIST, all.keySet());
        return zipped(tables(members, all.values()));
    }

    private Map<OneRosterFile, CsvSheet> tables(Map<ClassView, List<PersonView>> members, Collection<PersonView> all) {
        Map<OneRosterFile, CsvSheet> tables = new EnumMap<>(OneRosterFile.class);
        for (OneRosterFile file : OneRosterFile.values()) {
            if (file.isWritten()) {
                tables.put(file, new CsvSheet(file.columns().toArray(String[]::new)));
            }
        }
        String name =
                counties.county(county.id()).map(Counties.CountyView::nameZh).orElse(county.id());
        String district = id("district");
        String school = id("school");
        tables.get(OneRosterFile.ORGS)
                .row(district, BULK, BULK, name, "district", county.id(), "")
                .row(school, BULK, BULK, name, "school", county.id(), district);
        villages(tables.get(OneRosterFile.ORGS), district, all);
        tables.get(OneRosterFile.COURSES).row(id("course"), BULK, BULK, "", "Tianbo", "tianbo", "", school, "", "");
        all.forEach(person -> user(tables, person, school));
        members.forEach((one, ofClass) -> ofClass(tables, one, ofClass, school));
        return tables;
    }

    private void villages(CsvSheet orgs, String district, Collection<PersonView> all) {
        TreeSet<String> written = new TreeSet<>();
        for (PersonView person : all) {
            if (!person.village().isEmpty()) {
                String town = id("town", person.town());
                if (written.add(town)) {
                    orgs.row(town, BULK, BULK, person.town(), "local", "", district);
                }
                String village = village(person);
                if (written.add(village)) {
                    orgs.row(village, BULK, BULK, person.village(), "local", "", town);
                }
            }
        }
    }

    private void user(Map<OneRosterFile, CsvSheet> tables, PersonView person, String school) {
        ChineseName name = ChineseName.of(person.name());
        String org = person.village().isEmpty() ? school : village(person);
        String id = person.id().toString();
        tables.get(OneRosterFile.USERS)
                .row(
                        id,
                        BULK,
                        BULK,
                        "true",
                        id,
                        "",
                        name.given(),
                        name.family(),
                        "",
                        "",
                        "",
                        "",
                        "",
                        "",
                        "",
                        "",
                        "",
                        "",
                        "",
                        "",
                        "",
                        org,
                        "");
        tables.get(OneRosterFile.ROLES).row(id("role", id), BULK, BULK, id, "primary", "student", "", "", school, "");
    }

    private void ofClass(Map<OneRosterFile, CsvSheet> tables, ClassView one, List<PersonView> members, String school) {
        String term = id("term", one.id().toString());
        tables.get(OneRosterFile.ACADEMIC_SESSIONS)
                .row(
                        term,
                        BULK,
                        BULK,
                        one.name(),
                        "term",
                        one.from(),
                        one.to(),
                        "",
                        one.to().getYear());
        tables.get(OneRosterFile.CLASSES)
                .row(one.id(), BULK, BULK, one.name(), "", id("course"), "", "scheduled", "", school, term, "", "", "");
        members.forEach(person -> tables.get(OneRosterFile.ENROLLMENTS)
                .row(
                        id("enrollment", one.id().toString(), person.id().toString()),
                        BULK,
                        BULK,
                        one.id(),
                        school,
                        person.id(),
                        "student",
                        "false",
                        one.from(),
                        one.to()));
    }

    private String village(PersonView person) {
        return id("village", person.town(), person.village());
    }

    /** The same each time, so that whoever takes the next ZIP recognises what they have. */
    private String id(String... parts) {
        return Ids.named("oneroster", county.id(), String.join("\n", parts)).toString();
    }

    private static byte[] zipped(Map<OneRosterFile, CsvSheet> tables) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            put(zip, OneRosterFile.MANIFEST, manifest());
            for (Map.Entry<OneRosterFile, CsvSheet> table : tables.entrySet()) {
                put(zip, table.getKey().fileName(), table.getValue());
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static CsvSheet manifest() {
        CsvSheet manifest = new CsvSheet("propertyName", "value")
                .row("manifest.version", "1.0")
                .row("oneroster.version", "1.2");
        for (OneRosterFile file : OneRosterFile.values()) {
            manifest.row("file." + file.standardName(), file.isWritten() ? "bulk" : "absent");
        }
        return manifest.row("source.systemName", "Tianbo").row("source.systemCode", "tianbo");
    }

    /** Without the byte order mark, which programs take for a part of the first column's name. */
    private static void put(ZipOutputStream zip, String name, CsvSheet sheet) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(sheet.text().substring(1).getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }
}
