package org.tianbo.bench.people;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.tianbo.bench.measure.Calls;
import org.tianbo.bench.measure.Results;
import org.tianbo.bench.measure.Times;
import org.tianbo.ledger.chain.ChainCheck;
import org.tianbo.ledger.chain.ChainedEntry;
import org.tianbo.ledger.chain.CheckedChain;
import org.tianbo.ledger.chain.LongChain;

/**
 * The ledger of a county: checking a chain of a million entries, files of a hundred thousand rows out of a small heap,
 * a pack, and how long those who write wait for the chain's end. The application runs with a heap of 256 MB.
 */
public final class LedgerBench {

    /** For the application's start. */
    public static final String SMALL_HEAP = "-Xmx256m";

    private static final String COUNTY = "fengcheng";
    private static final int ENTRIES = 1_000_000;
    private static final int ROWS = 100_000;
    private static final int WRITERS = 16;
    private static final int WRITES = 25;
    private static final int AT_ONCE = 2_000;
    private static final LocalDate FIRST = LocalDate.of(2001, 1, 1);

    private final Calls calls;
    private final Results results;

    public LedgerBench(Calls calls, Results results) {
        this.calls = calls;
        this.results = results;
    }

    public void run(Map<String, String> settings) throws IOException, InterruptedException, SQLException {
        String owner = settings.get("quarkus.flyway.username");
        String url = settings.get("quarkus.flyway.jdbc-url") + "?reWriteBatchedInserts=true";
        try (Connection connection = DriverManager.getConnection(url, owner, owner)) {
            long begun = System.nanoTime();
            long bytes = LongChain.make(connection, COUNTY, ENTRIES, FIRST, ROWS);
            results.add("filling a chain of " + ENTRIES, seconds(begun), "s");
            check(connection, bytes);
        }
        files();
        writers();
    }

    private void check(Connection connection, long bytes) throws SQLException {
        double hashing = hashing(bytes);
        results.add("plain SHA-256 over the same bytes", hashing, "s");
        double reading = reading(connection);
        results.add("plain reading of the same rows", reading, "s");
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("select set_config('tianbo.county', '*', true)");
        }
        long begun = System.nanoTime();
        CheckedChain checked = ChainCheck.of(connection, COUNTY, entries -> {});
        double took = seconds(begun);
        connection.rollback();
        connection.setAutoCommit(true);
        if (checked.broken().isPresent() || checked.entries() != ENTRIES) {
            throw new SQLException("The bench's chain does not hold: " + checked);
        }
        results.add("checking a chain of " + ENTRIES, took, "s", "hashing and reading", hashing + reading);
    }

    private static double hashing(long bytes) {
        byte[] entry = new byte[Math.toIntExact(bytes / ENTRIES)];
        long begun = System.nanoTime();
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            for (int index = 0; index < ENTRIES; index++) {
                entry[index % entry.length]++;
                sha256.digest(entry);
            }
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
        return seconds(begun);
    }

    private static double reading(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        long begun = System.nanoTime();
        try (PreparedStatement select = connection.prepareStatement(
                "select " + ChainedEntry.COLUMNS + " from ledger_entries where county = ? order by seq")) {
            select.setFetchSize(AT_ONCE);
            select.setString(1, COUNTY);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    ChainedEntry.of(rows);
                }
            }
        }
        connection.rollback();
        connection.setAutoCommit(true);
        return seconds(begun);
    }

    private void files() throws IOException, InterruptedException {
        String day = "from=" + FIRST + "&to=" + FIRST;
        double csv = file("/ledger/export?kind=income&format=csv&" + day);
        results.add(ROWS + " entries as CSV, first", csv, "s");
        csv = file("/ledger/export?kind=income&format=csv&" + day);
        results.add(ROWS + " entries as CSV", csv, "s");
        double xlsx = file("/ledger/export?kind=income&format=xlsx&" + day);
        results.add(ROWS + " entries as XLSX", xlsx, "s", "CSV", csv);
    }

    private double file(String address) throws IOException, InterruptedException {
        long begun = System.nanoTime();
        calls.file(address, bearer());
        return seconds(begun);
    }

    /** Each corrects entries of its own: they meet at the chain's end alone. */
    private void writers() throws IOException, InterruptedException {
        Map<String, String> officer = bearer();
        corrections(officer, 1, 0);
        Times alone = corrections(officer, 1, WRITES);
        Times together = corrections(officer, WRITERS, WRITES * 2);
        results.add("a correction, nobody else writing, p95", alone.p95(), "ms");
        results.add("a correction, " + WRITERS + " writing at once, p95", together.p95(), "ms", "alone", alone.p95());
    }

    private Times corrections(Map<String, String> officer, int writers, int first)
            throws IOException, InterruptedException {
        Times times = new Times();
        ExecutorService all = Executors.newFixedThreadPool(writers);
        try {
            List<Callable<Void>> work = new ArrayList<>();
            for (int writer = 0; writer < writers; writer++) {
                int own = first + writer * WRITES;
                work.add(() -> {
                    for (int write = 1; write <= WRITES; write++) {
                        long begun = System.nanoTime();
                        calls.form(
                                "/ledger/" + (own + write) + "/corrections",
                                "field=settled&value=" + write + ".5&reason=bench+of+writers",
                                officer);
                        times.add(System.nanoTime() - begun);
                    }
                    return null;
                });
            }
            for (Future<Void> done : all.invokeAll(work)) {
                done.get();
            }
            return times;
        } catch (ExecutionException failed) {
            throw new IOException("A correction was refused", failed);
        } finally {
            all.shutdown();
        }
    }

    private Map<String, String> bearer() throws IOException, InterruptedException {
        return Map.of("Authorization", "Bearer " + calls.token("officer1"), "Accept", "text/html,*/*;q=0.5");
    }

    private static double seconds(long begun) {
        return (System.nanoTime() - begun) / 1e9;
    }
}
