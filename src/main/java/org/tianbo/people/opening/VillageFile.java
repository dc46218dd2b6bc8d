package org.tianbo.people.opening;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tianbo.people.Rosters.VillageName;
import org.tianbo.platform.table.BrokenCell;
import org.tianbo.platform.table.Columns;
import org.tianbo.platform.table.rows.RejectedRow;
import org.tianbo.platform.table.rows.Row;
import org.tianbo.platform.table.rows.TableFacts;
import org.tianbo.platform.table.rows.TableReader;

/**
 * Reads a county's villages: a row each with code, town and name. A row that names another village's code in its last
 * column says that this one was merged into that.
 */
final class VillageFile {

    private static final Columns COLUMNS = Columns.none()
            .required("code", "村代码", "区划代码", "统计用区划代码", "行政区划代码", "代码", "code")
            .required("town", "镇", "乡镇", "镇乡", "所在乡镇", "乡镇街道", "town")
            .required("village", "村", "行政村", "村名", "村委会", "village")
            .optional("into", "并入", "并入代码", "并入村代码", "merged_into");

    private static final int LONGEST = 60;

    private final TableReader tables;
    private final Map<String, Integer> codes = new HashMap<>();
    private final Map<VillageName, Integer> names = new HashMap<>();
    private final Map<String, String> towns = new HashMap<>();
    private Optional<String> county;

    /** @param county the county's code; empty where it is not known yet, then that of the first row */
    VillageFile(TableReader tables, Optional<String> county) {
        this.tables = tables;
        this.county = county;
    }

    /**
     * One village of the file.
     *
     * @param into the code of the village it was merged into; empty for one that stands
     */
    record VillageRow(int line, String code, String town, String name, String into) {

        boolean merged() {
            return !into.isEmpty();
        }
    }

    /** The good rows, and those that cannot be taken. */
    record Content(int rows, List<VillageRow> villages, List<RejectedRow> rejected) {}

    /** @throws org.tianbo.platform.table.UnreadableTable when it is no file of villages at all */
    Content read(InputStream in) {
        List<VillageRow> villages = new ArrayList<>();
        TableFacts facts = tables.read(in, COLUMNS, row -> villages.add(village(row)));
        return new Content(facts.rows(), villages, facts.rejected());
    }

    private VillageRow village(Row row) {
        String code = row.check(() -> code(row));
        String into = row.check(() -> into(row, code));
        boolean stands = into != null && into.isEmpty();
        String town = row.check(() -> stands ? name(row, "town") : row.text("town"));
        String name = row.check(() -> stands ? name(row, "village") : row.text("village"));
        if (stands && code != null && town != null && name != null) {
            row.check(() -> unlikeOthers(row, code, town, name));
        }
        row.refuseIfBroken();
        return new VillageRow(row.line(), code, town, name, into);
    }

    private String code(Row row) {
        String code = row.required("code", "opening.village-code-missing");
        GbCode village = GbCode.village(code).orElseThrow(() -> new BrokenCell("code", "opening.village-code-shape"));
        if (county.isEmpty()) {
            county = Optional.of(village.county());
        }
        if (!village.county().equals(county.get())) {
            throw new BrokenCell("code", "opening.village-elsewhere");
        }
        if (codes.putIfAbsent(code, row.line()) != null) {
            throw new BrokenCell("code", "opening.village-code-twice");
        }
        return code;
    }

    private static String into(Row row, String code) {
        String into = row.text("into");
        if (!into.isEmpty() && (GbCode.village(into).isEmpty() || into.equals(code))) {
            throw new BrokenCell("into", "opening.merge-target-shape");
        }
        return into;
    }

    private static String name(Row row, String field) {
        String name = row.required(field, "opening.village-name-missing");
        if (name.length() > LONGEST) {
            throw new BrokenCell(field, "opening.village-name-too-long");
        }
        return name;
    }

    private String unlikeOthers(Row row, String code, String town, String name) {
        String townCode = new GbCode(code).town();
        if (!towns.computeIfAbsent(townCode, first -> town).equals(town)) {
            throw new BrokenCell("town", "opening.town-two-names");
        }
        if (names.putIfAbsent(new VillageName(town, name), row.line()) != null) {
            throw new BrokenCell("village", "opening.village-name-twice");
        }
        return code;
    }
}
