package org.tianbo.interop;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What OneRoster 1.2 says of each column of its CSV files, read from a table beside the tests. */
final class OneRosterSchema {

    private static final Map<String, Pattern> SHAPES = Map.of(
            "id", Pattern.compile("\\S{1,255}"),
            "text", Pattern.compile("\\S.*"),
            "bulk", Pattern.compile(""),
            "bool", Pattern.compile("true|false"),
            "date", Pattern.compile("\\d{4}-\\d\\d-\\d\\d"),
            "year", Pattern.compile("\\d{4}"));

    private OneRosterSchema() {}

    /** Fails naming each file, line and column that does not fit. @param files their text by name, with the manifest */
    static void conforms(Map<String, String> files) throws IOException {
        Map<String, Map<String, String>> schema = schema();
        Map<String, List<NamedCsvRecord>> rows = new LinkedHashMap<>();
        files.forEach((name, text) -> rows.put(
                name.replace(".csv", ""),
                CsvReader.builder().ofNamedCsvRecord(text).stream().toList()));
        List<String> faults = new ArrayList<>();
        rows.forEach((file, records) -> {
            if (!file.equals("manifest")) {
                assertThat(schema).containsKey(file);
                header(file, files.get(file + ".csv"), schema.get(file), faults);
                Set<String> ids = new HashSet<>();
                for (NamedCsvRecord row : records) {
                    if (!ids.add(row.getField("sourcedId"))) {
                        faults.add(file + ": twice " + row.getField("sourcedId"));
                    }
                    schema.get(file).forEach((column, what) -> check(file, row, column, what, rows)
                            .ifPresent(faults::add));
                }
            }
        });
        assertThat(faults).isEmpty();
        rows.get("manifest").stream()
                .filter(row -> row.getField("propertyName").startsWith("file."))
                .forEach(row -> assertThat(row.getField("value"))
                        .as(row.getField("propertyName"))
                        .isEqualTo(
                                rows.containsKey(row.getField("propertyName").substring("file.".length()))
                                        ? "bulk"
                                        : "absent"));
    }

    private static void header(String file, String text, Map<String, String> columns, List<String> faults) {
        String wanted = String.join(",", columns.keySet());
        if (!text.lines().findFirst().orElse("").equals(wanted)) {
            faults.add(file + ": the first line is not " + wanted);
        }
    }

    private static Optional<String> check(
            String file, NamedCsvRecord row, String column, String what, Map<String, List<NamedCsvRecord>> rows) {
        String cell = row.getField(column);
        boolean mayBeEmpty = what.endsWith("?");
        String kind = mayBeEmpty ? what.substring(0, what.length() - 1) : what;
        boolean fits = mayBeEmpty && cell.isEmpty();
        if (!fits && kind.startsWith(">")) {
            Set<String> known = new HashSet<>();
            rows.getOrDefault(kind.substring(1), List.of()).forEach(one -> known.add(one.getField("sourcedId")));
            fits = !cell.isEmpty() && known.containsAll(List.of(cell.split(",")));
        } else if (!fits) {
            Pattern shape = SHAPES.get(kind);
            fits = shape == null
                    ? Arrays.asList(kind.split(" ")).contains(cell)
                    : shape.matcher(cell).matches();
        }
        return fits
                ? Optional.empty()
                : Optional.of(file + " line " + row.getStartingLineNumber() + " " + column + ": '" + cell + "' is not "
                        + what);
    }

    /** What stands in each column, by file and column, in their order. */
    private static Map<String, Map<String, String>> schema() throws IOException {
        Map<String, Map<String, String>> schema = new LinkedHashMap<>();
        try (InputStream in = OneRosterSchema.class.getResourceAsStream("/interop/oneroster-1.2.csv")) {
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#") && !line.startsWith("file "))
                    .map(line -> line.split("\\|"))
                    .forEach(cells -> schema.computeIfAbsent(cells[0].strip(), file -> new LinkedHashMap<>())
                            .put(cells[1].strip(), cells[2].strip()));
        }
        return schema;
    }
}
