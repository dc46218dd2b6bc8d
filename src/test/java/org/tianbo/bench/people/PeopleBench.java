package org.tianbo.bench.people;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Map;
import org.tianbo.bench.measure.Calls;
import org.tianbo.bench.measure.Results;
import org.tianbo.bench.measure.Rung;

/** The county's list of people, its search and its files, in a province of a million trainees. */
public final class PeopleBench {

    /** As many as work at a county's desk at once; more would measure the queue for two processors. */
    private static final int OFFICERS = 2;

    private static final int MOST_WINDOWS = 4;
    private static final String FLOOR = "a person by key";

    /** Of a page with a search, as the project asks for. */
    private static final double MOST_MILLIS = 50;

    private static final String COPIED = "COPY of the roster's rows";

    /** A list without a word to search for. */
    private static final double MOST_LIST_MILLIS = 300;

    private final String site;
    private final Calls calls;
    private final Results results;

    public PeopleBench(String site, Calls calls, Results results) {
        this.site = site;
        this.calls = calls;
        this.results = results;
    }

    public void run(Map<String, String> settings) throws IOException, InterruptedException, SQLException {
        long begun = System.nanoTime();
        LargeProvince.make(settings);
        results.add("filling a province of " + LargeProvince.TRAINEES, (System.nanoTime() - begun) / 1e9, "s");
        Rung.Pace floor = Rung.of(call("officer1", "/api/me"), MOST_WINDOWS);
        results.add(FLOOR, floor);
        measure("everybody of 5,000", "officer2", "/people", floor, MOST_LIST_MILLIS);
        measure("everybody of 10,000", "officer1", "/people", floor, MOST_LIST_MILLIS);
        measure("pinyin initials", "officer1", "/people?q=zgy", floor, MOST_MILLIS);
        measure("part of a name", "officer1", "/people?q=" + coded("桂英"), floor, MOST_MILLIS);
        measure("nobody", "officer1", "/people?q=" + coded("桂英门"), floor, MOST_MILLIS);
        measure("village", "officer1", "/people?q=" + coded("柳树7"), floor, MOST_MILLIS);
        measure("end of a phone", "officer1", "/people?q=1234", floor, MOST_MILLIS);
        measure(
                "stage, no card, longest idle first",
                "officer1",
                "/people?stage=learning&card=no&sort=active",
                floor,
                MOST_MILLIS);
        for (String format : new String[] {"xlsx", "csv"}) {
            begun = System.nanoTime();
            calls.file("/people/export?format=" + format, bearer("officer1"));
            results.add("10,000 people as " + format, (System.nanoTime() - begun) / 1e9, "s");
        }
        rosters(settings);
    }

    /**
     * A county's whole roster in one file, and the same one again: nobody is there twice. Keycloak is not asked. Beside
     * copying the rows it leaves.
     */
    private void rosters(Map<String, String> settings) throws IOException, InterruptedException, SQLException {
        String cohort = LargeProvince.firstClass();
        byte[] roster = LongRoster.of(LongRoster.LINES);
        double fresh = roster(cohort, roster);
        double known = roster(cohort, roster);
        double copied = CopiedRoster.seconds(settings);
        results.add(COPIED, copied, "s");
        results.add("roster of " + LongRoster.LINES + " lines, people new", fresh, "s", COPIED, copied);
        results.add("roster of " + LongRoster.LINES + " lines, people known", known, "s", COPIED, copied);
    }

    private double roster(String cohort, byte[] roster) throws IOException, InterruptedException {
        long begun = System.nanoTime();
        int accepted = calls.roster(cohort, roster, bearer("officer1"));
        if (accepted != LongRoster.LINES) {
            throw new IOException("Of the roster's lines " + accepted + " were accepted");
        }
        return (System.nanoTime() - begun) / 1e9;
    }

    private void measure(String name, String officer, String address, Rung.Pace floor, double mostMillis)
            throws IOException, InterruptedException {
        Rung.Pace pace = Rung.of(call(officer, address), MOST_WINDOWS);
        results.add("people: " + name, pace, FLOOR, floor);
        results.add("people: " + name + ", p99 again", pace.p99Millis(), "ms", "the most, in ms", mostMillis);
    }

    private Rung.Call call(String officer, String address) throws IOException, InterruptedException {
        return new Rung.Call(site + address, OFFICERS, bearer(officer), null);
    }

    private Map<String, String> bearer(String officer) throws IOException, InterruptedException {
        return Map.of("Authorization", "Bearer " + calls.token(officer), "Accept", "text/html,*/*;q=0.5");
    }

    private static String coded(String words) {
        return URLEncoder.encode(words, StandardCharsets.UTF_8);
    }
}
