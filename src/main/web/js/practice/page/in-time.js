/** For what may take as long as it likes, while a person waits for something else. */

/**
 * @template T
 * @param {() => Promise<T>} work
 * @param {number} mostMs
 * @param {Pick<import('../../app/clock.js').Clock, 'after'>} clock
 * @returns {Promise<T | undefined>} what it came to; undefined where it failed or took longer
 */
export async function inTime(work, mostMs, clock) {
    let cancel = () => {};
    /** @type {Promise<never>} */
    const late = new Promise((_, reject) => {
        cancel = clock.after(mostMs, () => reject(new Error(`not done in ${mostMs} ms`)));
    });
    try {
        return await Promise.race([work(), late]);
    } catch (fault) {
        console.warn('gone on without:', fault);
        return undefined;
    } finally {
        cancel();
    }
}
