package org.tianbo.authoring;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeSet;

/** What changed between two versions of a lesson, line by line. */
final class LineDiff {

    /** Lines that stayed, around those that changed. */
    private static final int AROUND = 2;

    /** Of both texts together; longer ones are shown as replaced, for comparing them takes the square of it. */
    private static final int MOST_LINES = 1_000;

    /**
     * @param kind {@code same}, {@code added}, {@code removed}, or {@code gap} for lines that are left out
     * @param line its number, in the newer text unless it was removed; 0 for a gap
     */
    record Row(String kind, int line, String text) {

        private static final Row GAP = new Row("gap", 0, "");

        public boolean added() {
            return kind.equals("added");
        }

        public boolean removed() {
            return kind.equals("removed");
        }
    }

    /** @param rows empty for a file that stayed as it was */
    record File(String name, List<Row> rows) {}

    private LineDiff() {}

    /** The files that differ. */
    static List<File> between(SortedMap<String, String> older, SortedMap<String, String> newer) {
        TreeSet<String> names = new TreeSet<>(older.keySet());
        names.addAll(newer.keySet());
        return names.stream()
                .map(name -> new File(name, rows(older.getOrDefault(name, ""), newer.getOrDefault(name, ""))))
                .filter(file -> !file.rows().isEmpty())
                .toList();
    }

    static List<Row> rows(String older, String newer) {
        List<String> before = older.lines().toList();
        List<String> after = newer.lines().toList();
        List<Row> rows = new ArrayList<>();
        int shown = 0;
        if (before.size() + after.size() > MOST_LINES) {
            if (!before.equals(after)) {
                removed(rows, before, 0);
                added(rows, after, 0);
            }
            return rows;
        }
        for (AbstractDelta<String> delta : DiffUtils.diff(before, after).getDeltas()) {
            int at = delta.getTarget().getPosition();
            shown = same(rows, after, shown, at);
            removed(rows, delta.getSource().getLines(), delta.getSource().getPosition());
            added(rows, delta.getTarget().getLines(), at);
            shown = at + delta.getTarget().size();
        }
        if (!rows.isEmpty()) {
            for (int line = shown; line < Math.min(after.size(), shown + AROUND); line++) {
                rows.add(new Row("same", line + 1, after.get(line)));
            }
        }
        return rows;
    }

    /** Lines that stayed between two changes, the middle of many left out. */
    private static int same(List<Row> rows, List<String> after, int from, int to) {
        int head = rows.isEmpty() ? from : Math.min(to, from + AROUND);
        for (int line = from; line < head; line++) {
            rows.add(new Row("same", line + 1, after.get(line)));
        }
        int tail = Math.max(head, to - AROUND);
        if (tail > head) {
            rows.add(Row.GAP);
        }
        for (int line = tail; line < to; line++) {
            rows.add(new Row("same", line + 1, after.get(line)));
        }
        return to;
    }

    private static void removed(List<Row> rows, List<String> lines, int from) {
        for (int index = 0; index < lines.size(); index++) {
            rows.add(new Row("removed", from + index + 1, lines.get(index)));
        }
    }

    private static void added(List<Row> rows, List<String> lines, int from) {
        for (int index = 0; index < lines.size(); index++) {
            rows.add(new Row("added", from + index + 1, lines.get(index)));
        }
    }
}
