package org.tianbo.practice;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.UUID;

/** What a phone's browser has on its disk of an attempt. */
public final class StoredOnPhone {

    private static final String ATTEMPT =
            """
            async (id) => {
                const db = await new Promise((done) => {
                    const asked = indexedDB.open('tianbo');
                    asked.onsuccess = () => done(asked.result);
                });
                const attempt = await new Promise((done) => {
                    const asked = db.transaction('attempts').objectStore('attempts').get(id);
                    asked.onsuccess = () => done(asked.result);
                });
                db.close();
            """;

    private static final String MILLISECONDS =
            ATTEMPT + "return attempt.takes.reduce((sum, { pieces }) => sum + pieces[pieces.length - 1][1], 0); }";

    /** Where the chunks of the first take end in its recorded time. */
    private static final String ENDS = ATTEMPT + "return attempt.takes[0].pieces.map(([, endMs]) => endMs); }";

    private static final String CHUNKS =
            """
            async (id) => {
                const db = await new Promise((done) => {
                    const asked = indexedDB.open('tianbo');
                    asked.onsuccess = () => done(asked.result);
                });
                const chunks = await new Promise((done) => {
                    const asked = db.transaction('chunks').objectStore('chunks').getAll(IDBKeyRange.bound([id], [id, \
                    []]));
                    asked.onsuccess = () => done(asked.result);
                });
                db.close();
            """;

    private static final String BYTES =
            CHUNKS + "return chunks.reduce((sum, { bytes }) => sum + bytes.byteLength, 0); }";

    /** What the phone holds of an attempt, as `take/seq-sha256`, counted from the bytes themselves. */
    private static final String PIECES = CHUNKS
            + """
                return Promise.all(chunks.map(async ({ take, seq, bytes }) => {
                    const sha256 = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
                    const hex = Array.from(sha256, (byte) => byte.toString(16).padStart(2, '0')).join('');
                    return `${take}/${seq}-${hex}`;
                }));
            }""";

    /** Of how many seconds the phone has stored that it listened: the highest bit of the second byte of ten says so. */
    private static final String LISTENED =
            """
            async (id) => {
                const db = await new Promise((done) => {
                    const asked = indexedDB.open('tianbo');
                    asked.onsuccess = () => done(asked.result);
                });
                const blocks = await new Promise((done) => {
                    const asked = db.transaction('signals').objectStore('signals').getAll(IDBKeyRange.bound([id], [id, \
                    []]));
                    asked.onsuccess = () => done(asked.result);
                });
                db.close();
                const all = blocks.flatMap(({ bytes }) => [...bytes]);
                return all.filter((one, at) => at % 10 === 1 && one >= 128).length;
            }""";

    private static final String WIFI_ONLY =
            """
            async () => {
                const db = await new Promise((done) => {
                    const asked = indexedDB.open('tianbo');
                    asked.onsuccess = () => done(asked.result);
                });
                const setting = await new Promise((done) => {
                    const asked = db.transaction('kv').objectStore('kv').get('wifi-only');
                    asked.onsuccess = () => done(asked.result);
                });
                db.close();
                return setting?.value === true;
            }""";

    private StoredOnPhone() {}

    static boolean wifiOnly(Page page) {
        return (boolean) page.evaluate(WIFI_ONLY);
    }

    /** Waits until the phone has stored of so many seconds that it listened. */
    public static void awaitListened(Page page, UUID attempt, int seconds) {
        Eventually.value(
                "%d seconds listened to, on the phone's disk".formatted(seconds),
                () -> ((Number) page.evaluate(LISTENED, attempt.toString())).intValue(),
                heard -> heard >= seconds,
                () -> OnScreen.of(page));
    }

    /** How long the recorder ran. */
    static double milliseconds(Page page, UUID attempt) {
        return ((Number) page.evaluate(MILLISECONDS, attempt.toString())).doubleValue();
    }

    /** Where the chunks of the first take end, in milliseconds of its recorded time. */
    static List<Double> ends(Page page, UUID attempt) {
        List<?> ends = (List<?>) page.evaluate(ENDS, attempt.toString());
        return ends.stream().map(end -> ((Number) end).doubleValue()).toList();
    }

    static long bytes(Page page, UUID attempt) {
        return ((Number) page.evaluate(BYTES, attempt.toString())).longValue();
    }

    /** `take/seq-sha256` of each chunk, in order. */
    static List<String> chunks(Page page, UUID attempt) {
        List<?> chunks = (List<?>) page.evaluate(PIECES, attempt.toString());
        return chunks.stream().map(String.class::cast).toList();
    }
}
