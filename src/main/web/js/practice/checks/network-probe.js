/**
 * How well this phone reaches the server: a few small calls for the time there and back and for those that are lost,
 * two larger ones for the speed of uploads. Its cost is fixed, and the page shows it beforehand.
 */

const PINGS = 6;
const PING_TIMEOUT_MS = 2_000;
const UPLOADS = 2;
const UPLOAD_BYTES = 48 * 1024;
const UPLOAD_TIMEOUT_MS = 6_000;
/** About what the headers of a call and of its answer add. */
const OVERHEAD_BYTES = 1_500;

export const PROBE_BYTES = UPLOADS * UPLOAD_BYTES + (PINGS + UPLOADS) * OVERHEAD_BYTES;

/** @typedef {{latency_ms?: number, loss_percent?: number, upload_kbps?: number}} NetworkReadings */

/**
 * @param {object} ports
 * @param {(bytes: Uint8Array, timeoutMs: number) => Promise<unknown>} ports.send answers once the server has the bytes
 * @param {() => number} ports.now milliseconds that only go forward
 * @returns {Promise<NetworkReadings>}
 */
export async function probeNetwork({ send, now }) {
    const timed = async (/** @type {Uint8Array} */ bytes, /** @type {number} */ timeoutMs) => {
        const from = now();
        try {
            await send(bytes, timeoutMs);
            return now() - from;
        } catch (fault) {
            console.warn('a call of the network check was lost:', fault);
            return undefined;
        }
    };
    // The first call may have to open the connection; it is no measure of it.
    await timed(new Uint8Array(1), PING_TIMEOUT_MS);
    const times = [];
    for (let i = 0; i < PINGS; i++) {
        times.push(await timed(new Uint8Array(1), PING_TIMEOUT_MS));
    }
    const answered = times.flatMap((ms) => ms ?? []).sort((a, b) => a - b);
    const loss_percent = (100 * (PINGS - answered.length)) / PINGS;
    if (answered.length === 0) {
        return { loss_percent };
    }
    const latency_ms = answered[Math.floor((answered.length - 1) / 2)];
    const uploads = [];
    for (let i = 0; i < UPLOADS; i++) {
        uploads.push(await timed(noise(UPLOAD_BYTES), UPLOAD_TIMEOUT_MS));
    }
    const fastest = Math.min(...uploads.flatMap((ms) => ms ?? []));
    // The time there and back is no time of sending.
    const upload_kbps = Number.isFinite(fastest) ? Math.round((UPLOAD_BYTES * 8) / Math.max(1, fastest - latency_ms)) : undefined;
    return { latency_ms, loss_percent, ...(upload_kbps !== undefined && { upload_kbps }) };
}

/** Nothing on the way can make it smaller. @param {number} bytes */
function noise(bytes) {
    return crypto.getRandomValues(new Uint8Array(bytes));
}
