package org.tianbo.people.roster;

import java.io.InputStream;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.tianbo.people.Gender;
import org.tianbo.people.Rosters.Roster;
import org.tianbo.people.Rosters.RosterLine;
import org.tianbo.people.Rosters.RosterReport;
import org.tianbo.people.Rosters.VillageName;
import org.tianbo.platform.privacy.MobileNumber;
import org.tianbo.platform.table.BrokenCell;
import org.tianbo.platform.table.Columns;
import org.tianbo.platform.table.rows.Row;
import org.tianbo.platform.table.rows.TableFacts;
import org.tianbo.platform.table.rows.TableReader;

/**
 * Reads the roster of a class.
 *
 * <p>A person is their identity number. A row that repeats the number with the same name, phone and village is the same
 * entry made twice and merges into the first, whose category and note stand; courses that it alone names are added, for
 * registers of trainings have a row for each. A row that repeats the number but contradicts one of the three is
 * rejected: which of the two is right, only the county can tell. A phone or a name may belong to several people, for
 * families share phones and villages share names.
 */
public final class RosterReader {

    static final Columns COLUMNS = Columns.none()
            .required("name", "姓名", "学员姓名", "名字", "name")
            .required("phone", "手机号", "手机号码", "手机", "联系电话", "电话", "联系方式", "phone")
            .required("id_number", "身份证号", "身份证号码", "身份证", "公民身份号码", "证件号码", "id_number")
            .optional("gender", "性别", "gender")
            .required("town", "镇", "乡镇", "镇乡", "所在乡镇", "乡镇街道", "town")
            .required("village", "村", "行政村", "所在村", "村名", "村委会", "village")
            .optional("category", "类别", "人员类别", "学员类别", "身份类别", "category")
            .optional("note", "备注", "说明", "note")
            .optional("earlier_courses", "以前学过", "以前培训", "参加过的培训", "培训经历", "earlier_courses");

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_REMARK = 500;
    private static final String BETWEEN_COURSES = "；";
    private static final Pattern CONTROL_CHARACTERS = Pattern.compile("\\p{Cc}");

    private final TableReader tables;
    private final RosterVillages villages;
    private final Function<String, String> keyedHash;
    private final LocalDate today;

    /**
     * @param villages of the county
     * @param keyedHash the county's keyed hash
     */
    public RosterReader(
            TableReader tables, RosterVillages villages, Function<String, String> keyedHash, LocalDate today) {
        this.tables = tables;
        this.villages = villages;
        this.keyedHash = keyedHash;
        this.today = today;
    }

    /** @throws org.tianbo.platform.table.UnreadableTable when the file is no roster at all */
    public Roster read(InputStream in) {
        Map<String, RosterLine> people = new LinkedHashMap<>();
        TableFacts facts = tables.read(in, COLUMNS, row -> {
            RosterLine person = person(row);
            people.merge(person.idHash(), person, RosterReader::merged);
        });
        int merged = facts.rows() - people.size() - facts.rejected().size();
        RosterReport report = new RosterReport(facts.rows(), people.size(), merged, facts.rejected());
        return new Roster(report, List.copyOf(people.values()));
    }

    private RosterLine person(Row row) {
        String name = row.check(() -> name(row));
        String mobile = row.check(() -> mobile(row));
        ChineseIdNumber id = row.check(() -> idNumber(row));
        VillageName village = village(row);
        String category = row.check(() -> remark(row, "category"));
        String note = row.check(() -> remark(row, "note"));
        String courses = row.check(() -> courses(plain(row, "earlier_courses")));
        row.refuseIfBroken();
        return new RosterLine(
                row.line(),
                name,
                mobile,
                id.lastFour(),
                id.hash(),
                Gender.of(row.text("gender")).orElse(id.gender()),
                id.birthDate().getYear(),
                village,
                category,
                note,
                courses);
    }

    private static String name(Row row) {
        String name = PersonName.normal(row.required("name", "roster.name-missing"));
        if (name.length() > LONGEST_NAME) {
            throw new BrokenCell("name", "roster.name-too-long");
        }
        return name;
    }

    /** A category or a note, of a length that a page can show. */
    private static String remark(Row row, String field) {
        String remark = plain(row, field);
        if (remark.length() > LONGEST_REMARK) {
            throw new BrokenCell(field, "roster.remark-too-long");
        }
        return remark;
    }

    /** As long as what is typed about a trainee of a class. */
    private static String courses(String courses) {
        if (courses.length() > LONGEST_REMARK) {
            throw new BrokenCell("earlier_courses", "roster.courses-too-long");
        }
        return courses;
    }

    private static String plain(Row row, String field) {
        return CONTROL_CHARACTERS.matcher(row.text(field)).replaceAll(" ");
    }

    private static String mobile(Row row) {
        return MobileNumber.parse(row.required("phone", "roster.phone-missing"))
                .orElseThrow(() -> new BrokenCell("phone", "roster.phone-shape"))
                .digits();
    }

    private ChineseIdNumber idNumber(Row row) {
        String number = row.required("id_number", "roster.id-number-missing");
        try {
            return ChineseIdNumber.check(number, today, keyedHash);
        } catch (ChineseIdNumber.NotAnIdNumber fault) {
            throw new BrokenCell("id_number", fault.code());
        }
    }

    /** Null where something is wrong with it, as {@link Row#check} notes. */
    private VillageName village(Row row) {
        String town = row.check(() -> row.required("town", "roster.town-missing"));
        String name = row.check(() -> row.required("village", "roster.village-missing"));
        return town == null || name == null ? null : row.check(() -> villages.named(new VillageName(town, name)));
    }

    private static RosterLine merged(RosterLine earlier, RosterLine person) {
        refuseContradiction(earlier, person);
        String known = earlier.earlierCourses();
        String more = person.earlierCourses();
        if (more.isEmpty() || List.of(known.split(BETWEEN_COURSES)).contains(more)) {
            return earlier;
        }
        return earlier.withCourses(courses(known.isEmpty() ? more : known + BETWEEN_COURSES + more));
    }

    private static void refuseContradiction(RosterLine earlier, RosterLine person) {
        if (!earlier.name().equals(person.name())) {
            throw new BrokenCell("name", "roster.same-id-other-name");
        }
        if (!earlier.mobile().equals(person.mobile())) {
            throw new BrokenCell("phone", "roster.same-id-other-phone");
        }
        if (!earlier.village().equals(person.village())) {
            throw new BrokenCell("village", "roster.same-id-other-village");
        }
    }
}
