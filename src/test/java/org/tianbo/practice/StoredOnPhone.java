package org.tianbo.practice;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.UUID;

/** What a phone's browser has on its disk of an attempt. */
final class StoredOnPhone {

    private static final String MILLISECONDS =
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
                return attempt.takes.reduce((sum, { pieces }) => sum + pieces[pieces.length - 1][1], 0);
            }""";

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

    private StoredOnPhone() {}

    /** How long the recorder ran. */
    static double milliseconds(Page page, UUID attempt) {
        return ((Number) page.evaluate(MILLISECONDS, attempt.toString())).doubleValue();
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
