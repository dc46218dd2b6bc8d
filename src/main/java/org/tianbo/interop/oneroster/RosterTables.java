package org.tianbo.interop.oneroster;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.tianbo.interop.InteropRefused;
import org.tianbo.platform.error.Fault;
import org.tianbo.platform.error.Refused;
import org.tianbo.platform.table.BrokenCell;
import org.tianbo.platform.table.CellFault;
import org.tianbo.platform.table.Columns;
import org.tianbo.platform.table.rows.Row;
import org.tianbo.platform.table.rows.TableReader;

/** What of OneRoster's files says who is in which class; rows that do not fit are left out, each with what is wrong. */
final class RosterTables {

    private static final String ID = "sourcedId";
    private static final String STATUS = "status";
    private static final String MISSING = "interop.cell-missing";
    private static final String UNKNOWN = "interop.reference-unknown";
    private static final int MOST_ROWS = 50_000;

    private static final Columns MANIFEST =
            Columns.none().required("propertyName", "propertyName").required("value", "value");
    private static final Columns ORGS = columns(ID, "name")
            .optional("type", "type")
            .optional("parentSourcedId", "parentSourcedId")
            .optional(STATUS, STATUS);
    private static final Columns CLASSES = columns(ID, "title").optional(STATUS, STATUS);
    private static final Columns USERS = columns(ID, "givenName", "familyName")
            .optional("identifier", "identifier")
            .optional("sms", "sms")
            .optional("phone", "phone")
            .optional("primaryOrgSourcedId", "primaryOrgSourcedId")
            .optional(STATUS, STATUS);
    private static final Columns ENROLLMENTS =
            columns("classSourcedId", "userSourcedId", "role").optional(STATUS, STATUS);

    private final Map<String, byte[]> files;
    private final List<FileFault> faults = new ArrayList<>();
    private final Map<String, Org> orgs = new LinkedHashMap<>();
    private final Map<String, OfClass> classes = new LinkedHashMap<>();
    private final Map<String, User> users = new LinkedHashMap<>();

    record Org(String name, String type, String parent) {

        static final Org NONE = new Org("", "", "");

        /** As we write villages; schools and districts are none. */
        boolean isVillage() {
            return type.equals("local");
        }
    }

    record User(int line, String name, String phone, String identifier, String town, String village) {}

    /** A class with those who learn in it, each once. */
    record OfClass(int line, String id, String title, Set<User> students) {}

    /** @throws Refused when a file is missing or is no table, or the ZIP is of another version */
    RosterTables(Map<String, byte[]> files) {
        this.files = files;
        manifest();
        read(
                OneRosterFile.ORGS,
                ORGS,
                row -> orgs.put(
                        row.required(ID, MISSING),
                        new Org(row.required("name", MISSING), row.text("type"), row.text("parentSourcedId"))));
        read(
                OneRosterFile.CLASSES,
                CLASSES,
                row -> classes.put(
                        row.required(ID, MISSING),
                        new OfClass(row.line(), row.text(ID), row.required("title", MISSING), new LinkedHashSet<>())));
        read(OneRosterFile.USERS, USERS, row -> users.put(row.required(ID, MISSING), user(row)));
        read(OneRosterFile.ENROLLMENTS, ENROLLMENTS, this::enrol);
    }

    List<OfClass> classes() {
        return List.copyOf(classes.values());
    }

    List<FileFault> faults() {
        return faults;
    }

    private void manifest() {
        Map<String, String> properties = new LinkedHashMap<>();
        table(OneRosterFile.MANIFEST, MANIFEST, row -> properties.put(row.text("propertyName"), row.text("value")));
        if (!"1.2".equals(properties.get("oneroster.version"))) {
            throw InteropRefused.archive("interop.oneroster-version", properties.getOrDefault("oneroster.version", ""));
        }
        for (OneRosterFile needed :
                List.of(OneRosterFile.ORGS, OneRosterFile.CLASSES, OneRosterFile.USERS, OneRosterFile.ENROLLMENTS)) {
            if (!"bulk".equals(properties.get("file." + needed.standardName()))) {
                throw InteropRefused.archive("interop.oneroster-bulk", needed.fileName());
            }
        }
    }

    private User user(Row row) {
        String family = row.text("familyName");
        String given = row.text("givenName");
        boolean spaced = (family + given).chars().allMatch(letter -> letter < 0x2e80);
        Org org = orgs.getOrDefault(row.text("primaryOrgSourcedId"), Org.NONE);
        Org village = org.isVillage() ? org : Org.NONE;
        Org town = orgs.getOrDefault(village.parent(), Org.NONE);
        return new User(
                row.line(),
                spaced ? (given + " " + family).strip() : family + given,
                row.has("sms") ? row.text("sms") : row.text("phone"),
                row.text("identifier"),
                town.name(),
                village.name());
    }

    private void enrol(Row row) {
        String role = row.required("role", MISSING);
        OfClass taught = found(row, "classSourcedId", classes);
        User user = found(row, "userSourcedId", users);
        row.refuseIfBroken();
        if (role.equals("student")) {
            taught.students().add(user);
        }
    }

    private static <T> T found(Row row, String field, Map<String, T> all) {
        return row.check(() -> {
            T one = all.get(row.required(field, MISSING));
            if (one == null) {
                throw new BrokenCell(field, UNKNOWN);
            }
            return one;
        });
    }

    private void read(OneRosterFile file, Columns columns, Consumer<Row> rows) {
        table(file.fileName(), columns, row -> {
            if (!row.text(STATUS).equals("tobedeleted")) {
                rows.accept(row);
            }
        });
    }

    private void table(String file, Columns columns, Consumer<Row> rows) {
        byte[] bytes = files.get(file);
        if (bytes == null) {
            throw InteropRefused.archive("interop.oneroster-missing", file);
        }
        try {
            new TableReader(RosterArchive.LARGEST, MOST_ROWS)
                    .read(new ByteArrayInputStream(bytes), columns, rows)
                    .rejected()
                    .forEach(row -> row.faults().forEach(fault -> faults.add(fault(file, row.line(), fault))));
        } catch (Fault unreadable) {
            throw InteropRefused.archive("interop.oneroster-unreadable", file).with("cause", unreadable.code());
        }
    }

    private static FileFault fault(String file, int line, CellFault fault) {
        return new FileFault(file, line, fault.field(), fault.code(), fault.value());
    }

    private static Columns columns(String... names) {
        Columns columns = Columns.none();
        for (String name : names) {
            columns = columns.required(name, name);
        }
        return columns;
    }
}
