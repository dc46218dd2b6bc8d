package org.tianbo.ledger.entry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tianbo.platform.audit.EntryField;
import org.tianbo.platform.audit.EntryKind;

/** From a figure to its lines, from a line to its evidence: there is some for each kind, and auditors may see it. */
class EvidenceTest {

    private static final Path ENDPOINTS = Path.of("src/test/resources/endpoints.csv");
    private static final int AUDITOR = 7;
    private static final UUID ID = new UUID(0, 7);

    @ParameterizedTest
    @EnumSource(EntryKind.class)
    void whoeverAuditsMaySeeWhatProvesAnEntry(EntryKind kind) throws IOException {
        String address = entry(kind).evidence().orElseThrow();

        String answer = answerToAuditors(address.replaceFirst("[?#].*", ""));

        assertThat(answer).as("%s, at %s", kind, address).isIn("200", "404");
    }

    /** What an auditor hears who asks for something of that kind that nobody has. */
    private static String answerToAuditors(String path) throws IOException {
        return Files.readAllLines(ENDPOINTS).stream()
                .filter(line -> line.startsWith("GET "))
                .map(line -> line.split("\\|"))
                .filter(cells -> pattern(cells[0]).matcher(path).matches())
                .min(Comparator.comparing(
                        cells -> cells[0].chars().filter(one -> one == '{').count()))
                .map(cells -> cells[AUDITOR].strip())
                .orElse("no endpoint");
    }

    private static Pattern pattern(String endpoint) {
        return Pattern.compile(endpoint.strip().substring("GET ".length()).replaceAll("\\{[^}]+}", "[^/]+"));
    }

    private static EntryView entry(EntryKind kind) {
        List<EntryView.Value> values = kind.fields().stream()
                .filter(field -> field == EntryField.SERIAL || field == EntryField.ROUND)
                .map(field -> new EntryView.Value(field, "1"))
                .toList();
        return new EntryView(
                1,
                kind,
                LocalDate.EPOCH,
                Instant.EPOCH,
                false,
                ID,
                ID,
                "",
                ID,
                ID,
                "",
                "",
                values,
                List.of(),
                "",
                null,
                false,
                "",
                "",
                Instant.EPOCH,
                "0".repeat(64));
    }
}
