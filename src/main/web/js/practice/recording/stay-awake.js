/**
 * Keeps the screen on while somebody records. A phone on battery saver refuses: the recording goes on, and when the screen
 * turns off, the take ends cleanly.
 *
 * @param {Pick<WakeLock, 'request'>} [screen] of the browser, where it has one
 * @returns {() => void} lets the screen turn off again
 */
export function stayAwake(screen = navigator.wakeLock) {
    const lock = screen?.request('screen').catch(() => undefined);
    return () => void lock?.then((held) => held?.release());
}
