/**
 * One page of this phone records an attempt at a time: two would give their takes the same number. A page that is closed
 * lets go by itself.
 *
 * @param {string} attempt
 * @param {Pick<LockManager, 'request'>} [locks] of the browser; where it has none, nobody is kept out
 * @returns {Promise<(() => void) | undefined>} lets another page record; undefined while one does
 */
export function holdRecorder(attempt, locks = navigator.locks) {
    if (!locks) {
        return Promise.resolve(() => {});
    }
    return new Promise((resolve) => {
        locks.request(`tianbo-recorder-${attempt}`, { ifAvailable: true }, (lock) => {
            if (!lock) {
                resolve(undefined);
                return undefined;
            }
            return new Promise((release) => resolve(() => release(undefined)));
        });
    });
}

/**
 * @param {string} attempt
 * @param {Pick<LockManager, 'request'>} [locks] of the browser
 * @returns {Promise<boolean>} whether no page of this phone records it
 */
export async function isFree(attempt, locks) {
    const letGo = await holdRecorder(attempt, locks);
    letGo?.();
    return letGo !== undefined;
}
