package org.tianbo.interop.oneroster;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.tianbo.cohort.ClassRosterImports;
import org.tianbo.cohort.ClassRosterImports.ClassView;
import org.tianbo.interop.InteropConfig;
import org.tianbo.interop.InteropRefused;
import org.tianbo.people.Counties;
import org.tianbo.people.People;
import org.tianbo.people.PersonView;
import org.tianbo.platform.data.Ids;
import org.tianbo.platform.data.Slices;
import org.tianbo.platform.error.Refused;
import org.tianbo.platform.privacy.PersonalLooks;
import org.tianbo.platform.security.CurrentCounty;
import org.tianbo.platform.table.TableWriter;
import org.tianbo.platform.table.UnsentFiles;

/**
 * The county's classes and who is in them, as a OneRoster 1.2 ZIP in bulk. Names and villages are in it, for an officer
 * takes it along for that; phones, sign-in names and identity numbers are not.
 */
@ApplicationScoped
public class OneRosterExport {

    private static final String BULK = "";
    private static final int AT_ONCE = 1_000;

    private final ClassRosterImports classes;
    private final People people;
    private final Counties counties;
    private final PersonalLooks looks;
    private final CurrentCounty county;
    private final UnsentFiles files;

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
        this.files = new UnsentFiles("oneroster", config.filesAtOnce());
    }

    /**
     * The whole ZIP, written to disk before its first byte is sent, a handful of people at a time. That somebody took
     * it along is noted for everybody in it.
     *
     * @return the file; it is gone when the stream is closed
     * @throws Refused while as many as may be are being written or sent
     */
    public InputStream zip() {
        return files.whole(this::write, InteropRefused::busy);
    }

    private void write(Path file) throws IOException {
        Map<ClassView, Set<UUID>> members = new LinkedHashMap<>();
        Set<UUID> all = new LinkedHashSet<>();
        for (ClassView one : classes.classes()) {
            Set<UUID> ofClass = classes.members(one.id());
            members.put(one, ofClass);
            all.addAll(ofClass);
        }
        looks.note(PersonalLooks.What.LIST, all);
        String district = id("district");
        String school = id("school");
        try (RosterZip zip = new RosterZip(Files.newOutputStream(file))) {
            manifest(zip);
            zip.table(OneRosterFile.ORGS, table -> orgs(table, district, school, all));
            zip.table(
                    OneRosterFile.COURSES,
                    table -> table.row(id("course"), BULK, BULK, "", "Tianbo", "tianbo", "", school, "", ""));
            zip.table(OneRosterFile.ACADEMIC_SESSIONS, table -> terms(table, members.keySet()));
            zip.table(OneRosterFile.CLASSES, table -> classes(table, members.keySet(), school));
            zip.table(OneRosterFile.USERS, table -> users(table, all, school));
            zip.table(OneRosterFile.ROLES, table -> roles(table, all, school));
            zip.table(OneRosterFile.ENROLLMENTS, table -> enrollments(table, members, school));
        }
    }

    private void orgs(TableWriter table, String district, String school, Set<UUID> all) throws IOException {
        String name =
                counties.county(county.id()).map(Counties.CountyView::nameZh).orElse(county.id());
        table.row(district, BULK, BULK, name, "district", county.id(), "");
        table.row(school, BULK, BULK, name, "school", county.id(), district);
        Set<String> written = new HashSet<>();
        for (List<UUID> some : Slices.of(all, AT_ONCE)) {
            for (PersonView person : people.trainees(some)) {
                String town = id("town", person.town());
                if (!person.village().isEmpty() && written.add(town)) {
                    table.row(town, BULK, BULK, person.town(), "local", "", district);
                }
                String village = village(person);
                if (!person.village().isEmpty() && written.add(village)) {
                    table.row(village, BULK, BULK, person.village(), "local", "", town);
                }
            }
        }
    }

    private void users(TableWriter table, Set<UUID> all, String school) throws IOException {
        for (List<UUID> some : Slices.of(all, AT_ONCE)) {
            for (PersonView person : people.trainees(some)) {
                ChineseName name = ChineseName.of(person.name());
                Object[] cells = new Object[OneRosterFile.USERS.columns().size()];
                Arrays.fill(cells, "");
                cells[at("sourcedId")] = person.id();
                cells[at("enabledUser")] = "true";
                cells[at("username")] = person.id();
                cells[at("givenName")] = name.given();
                cells[at("familyName")] = name.family();
                cells[at("primaryOrgSourcedId")] = person.village().isEmpty() ? school : village(person);
                table.row(cells);
            }
        }
    }

    private static int at(String column) {
        return OneRosterFile.USERS.columns().indexOf(column);
    }

    private void roles(TableWriter table, Set<UUID> all, String school) throws IOException {
        for (UUID person : all) {
            String id = person.toString();
            table.row(id("role", id), BULK, BULK, id, "primary", "student", "", "", school, "");
        }
    }

    private void terms(TableWriter table, Set<ClassView> all) throws IOException {
        for (ClassView one : all) {
            table.row(
                    term(one),
                    BULK,
                    BULK,
                    one.name(),
                    "term",
                    one.from(),
                    one.to(),
                    "",
                    one.to().getYear());
        }
    }

    private void classes(TableWriter table, Set<ClassView> all, String school) throws IOException {
        for (ClassView one : all) {
            table.row(
                    one.id(),
                    BULK,
                    BULK,
                    one.name(),
                    "",
                    id("course"),
                    "",
                    "scheduled",
                    "",
                    school,
                    term(one),
                    "",
                    "",
                    "");
        }
    }

    private void enrollments(TableWriter table, Map<ClassView, Set<UUID>> members, String school) throws IOException {
        for (Map.Entry<ClassView, Set<UUID>> each : members.entrySet()) {
            ClassView one = each.getKey();
            for (UUID person : each.getValue()) {
                table.row(
                        id("enrollment", one.id().toString(), person.toString()),
                        BULK,
                        BULK,
                        one.id(),
                        school,
                        person,
                        "student",
                        "false",
                        one.from(),
                        one.to());
            }
        }
    }

    private String term(ClassView one) {
        return id("term", one.id().toString());
    }

    private String village(PersonView person) {
        return id("village", person.town(), person.village());
    }

    /** The same each time, so that whoever takes the next ZIP recognises what they have. */
    private String id(String... parts) {
        return Ids.named("oneroster", county.id(), String.join("\n", parts)).toString();
    }

    private static void manifest(RosterZip zip) throws IOException {
        zip.table(OneRosterFile.MANIFEST, List.of("propertyName", "value"), table -> {
            table.row("manifest.version", "1.0");
            table.row("oneroster.version", "1.2");
            for (OneRosterFile file : OneRosterFile.values()) {
                table.row("file." + file.standardName(), file.isWritten() ? "bulk" : "absent");
            }
            table.row("source.systemName", "Tianbo");
            table.row("source.systemCode", "tianbo");
        });
    }
}
