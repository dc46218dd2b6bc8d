package org.tianbo.bench.phone;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.tianbo.bench.measure.Calls;
import org.tianbo.bench.measure.RawFiles;
import org.tianbo.bench.measure.RawInsert;
import org.tianbo.bench.measure.Results;
import org.tianbo.bench.measure.Rung;
import org.tianbo.bench.measure.Rung.Pace;
import org.tianbo.platform.data.Sha256;

/** What phones send: lessons done, and chunks of recordings. */
public final class SendingBench {

    /** Windows a rung may need to settle. */
    private static final int MOST_WINDOWS = 5;

    private static final int SECONDS = 10;
    private static final int TURNS = 5;
    private static final int SECONDS_OF_A_TURN = 5;
    private static final int BATCH = 500;
    private static final int CHUNK = 256 * 1024;
    private static final int REHEARSALS = 8;

    private final String site;
    private final Calls calls;
    private final Results results;
    private final Path folder;

    /** @param folder to work in */
    public SendingBench(String site, Calls calls, Results results, Path folder) {
        this.site = site;
        this.calls = calls;
        this.results = results;
        this.folder = folder;
    }

    /** Lessons done offline, as phones send them once they are online again; beside raw inserts. */
    public void lessons(Map<String, String> settings) throws IOException, InterruptedException, SQLException {
        JsonNode lesson = calls.aLesson();
        Pace one = sync(lesson, 1);
        results.add("sync of 1", one);
        results.add("sync of 50", sync(lesson, 50));
        results.add("sync of " + BATCH, sync(lesson, BATCH));
        Turn middle = middleTurn(settings, lesson);
        results.add("raw batched insert over JDBC", middle.raw(), "rows/s");
        results.add("synced records", middle.synced(), "rows/s", "raw insert", middle.raw());
        // The same connections to the database have planned for large batches by now.
        results.add("sync of 1 after batches of " + BATCH, sync(lesson, 1), "sync of 1", one);
    }

    /** Rows a second of either, one straight after the other. */
    private record Turn(double raw, double synced) {

        private double ratio() {
            return synced / raw;
        }
    }

    /** By turns, so that whatever else the machine does meets both; of all of them the one in the middle. */
    private Turn middleTurn(Map<String, String> settings, JsonNode lesson)
            throws IOException, InterruptedException, SQLException {
        List<Turn> turns = new ArrayList<>();
        while (turns.size() < TURNS) {
            double raw = RawInsert.rowsPerSecond(
                    settings.get("quarkus.flyway.jdbc-url"),
                    settings.get("quarkus.flyway.username"),
                    4,
                    BATCH,
                    SECONDS_OF_A_TURN);
            Pace synced = Rung.of(call(lesson, BATCH), 2, SECONDS_OF_A_TURN);
            turns.add(new Turn(raw, synced.perSecond() * BATCH));
        }
        turns.sort(Comparator.comparingDouble(Turn::ratio));
        return turns.get(TURNS / 2);
    }

    private Pace sync(JsonNode lesson, int records) throws IOException, InterruptedException {
        return Rung.of(call(lesson, records), MOST_WINDOWS);
    }

    private Rung.Call call(JsonNode lesson, int records) throws IOException, InterruptedException {
        Path script = script(
                "sync.lua",
                records,
                Clock.systemUTC().instant(),
                lesson.get("slug").asText(),
                lesson.get("version").asText());
        // A token lives for minutes only, so each rung has its own.
        Map<String, String> headers =
                Map.of("Authorization", "Bearer " + calls.token(), "Content-Type", "application/json");
        return new Rung.Call(site + "/api/sync", records == BATCH ? 4 : 16, headers, script);
    }

    /** Chunks of recordings, stored for good before they are acknowledged; beside raw files. */
    public void chunks(String token) throws IOException, InterruptedException {
        byte[] chunk = "x".repeat(CHUNK).getBytes();
        String digest = Base64.getEncoder().encodeToString(Sha256.begin().digest(chunk));
        List<String> attempts = new ArrayList<>();
        for (int number = 0; number < REHEARSALS; number++) {
            attempts.add(calls.longRehearsal(token));
        }
        Path script = script("chunks.lua", String.join("\", \"", attempts), CHUNK);
        Map<String, String> headers = Map.of(
                "Authorization", "Bearer " + token,
                "Content-Type", "video/webm",
                "Content-Digest", "sha-256=:" + digest + ":");
        Pace acknowledged = Rung.of(new Rung.Call(site + "/", 8, headers, script), 2);
        double floor = RawFiles.perSecond(folder.resolve("raw-files"), chunk, 8, SECONDS);
        results.add("raw files, fsync and rename", floor, "1/s");
        results.add("chunks of 256 KB acknowledged", acknowledged.perSecond(), "1/s", "raw files", floor);
        results.add("chunk acknowledged, p99", acknowledged.p99Millis(), "ms");
    }

    /** @param blanks for the format of the script, in the order of its blanks */
    private Path script(String name, Object... blanks) throws IOException {
        try (InputStream template = SendingBench.class.getResourceAsStream("/bench/" + name)) {
            String lua = new String(template.readAllBytes(), StandardCharsets.UTF_8);
            return Files.writeString(folder.resolve(name), lua.formatted(blanks));
        }
    }
}
