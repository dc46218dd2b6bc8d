package org.tianbo.interop.oneroster;

import io.quarkus.narayana.jta.runtime.TransactionConfiguration;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.tianbo.cohort.ClassRosterImports;
import org.tianbo.cohort.ClassRosterImports.Brought;
import org.tianbo.cohort.ClassRosterImports.ClassView;
import org.tianbo.interop.oneroster.RosterTables.OfClass;
import org.tianbo.interop.oneroster.RosterTables.User;
import org.tianbo.platform.table.csv.CsvSheet;

/**
 * Takes the people of a OneRoster ZIP into classes that the county has, by the way of its own roster files: the same
 * checks, and the same dry run. A class is found by its id as we wrote it, or by its name.
 */
@ApplicationScoped
public class OneRosterImport {

    /** The columns of a roster of ours, and which of OneRoster's each comes from. */
    private static final Map<String, String> COLUMNS = Map.of(
            "name", "familyName",
            "phone", "sms",
            "id_number", "identifier",
            "town", "primaryOrgSourcedId",
            "village", "primaryOrgSourcedId");

    /** For fifty thousand people on a slow machine; the default is a minute. */
    private static final int LONGEST_SECONDS = 900;

    private final ClassRosterImports imports;

    OneRosterImport(ClassRosterImports imports) {
        this.imports = imports;
    }

    /** What one class gets. */
    public record OfOneClass(UUID id, String title, int rows, int accepted, int newcomers, int differing) {}

    /** What became of the ZIP, or would. */
    public record Outcome(List<OfOneClass> classes, List<FileFault> faults) {}

    /** Stores nothing. */
    @Transactional
    @TransactionConfiguration(timeout = LONGEST_SECONDS)
    public Outcome check(byte[] zip) {
        return run(zip, (id, roster) -> imports.check(id, roster));
    }

    /** All classes or none. Rows that do not fit are left out. */
    @Transactional
    @TransactionConfiguration(timeout = LONGEST_SECONDS)
    public Outcome take(byte[] zip, UUID by) {
        return run(zip, (id, roster) -> imports.take(id, roster, by));
    }

    private interface Way {

        Brought go(UUID cohort, InputStream roster);
    }

    private Outcome run(byte[] zip, Way way) {
        RosterTables tables = new RosterTables(RosterArchive.read(zip));
        List<FileFault> faults = new ArrayList<>(tables.faults());
        List<ClassView> known = imports.classes();
        List<OfOneClass> classes = new ArrayList<>();
        for (OfClass one : tables.classes()) {
            Optional<ClassView> ours = known.stream()
                    .filter(each ->
                            each.id().toString().equals(one.id()) || each.name().equals(one.title()))
                    .findFirst();
            if (ours.isEmpty()) {
                faults.add(new FileFault(
                        OneRosterFile.CLASSES.fileName(), one.line(), "title", "interop.class-unknown", one.title()));
            } else if (!one.students().isEmpty()) {
                classes.add(brought(ours.get(), one, way, faults));
            }
        }
        return new Outcome(classes, faults);
    }

    private static OfOneClass brought(ClassView ours, OfClass one, Way way, List<FileFault> faults) {
        List<User> students = List.copyOf(one.students());
        Brought brought = way.go(ours.id(), new ByteArrayInputStream(roster(students)));
        brought.report().rejected().forEach(row -> {
            // The header stands on the first line.
            User user = students.get(row.line() - 2);
            row.faults()
                    .forEach(fault -> faults.add(new FileFault(
                            OneRosterFile.USERS.fileName(),
                            user.line(),
                            COLUMNS.getOrDefault(fault.field(), fault.field()),
                            fault.code(),
                            fault.value())));
        });
        return new OfOneClass(
                ours.id(),
                ours.name(),
                brought.report().rows(),
                brought.report().accepted(),
                brought.newcomers(),
                brought.differing());
    }

    private static byte[] roster(List<User> users) {
        CsvSheet sheet = new CsvSheet("name", "phone", "id_number", "town", "village");
        users.forEach(user -> sheet.row(
                oneLine(user.name()),
                oneLine(user.phone()),
                oneLine(user.identifier()),
                oneLine(user.town()),
                oneLine(user.village())));
        return sheet.text().getBytes(StandardCharsets.UTF_8);
    }

    /** So that a row is a line, and a fault's line leads to its user. */
    private static String oneLine(String text) {
        return text.replaceAll("[\\r\\n]+", " ");
    }
}
