/**
 * Digests that are there at once. Node computes them in other threads, and on a busy machine they come later than what a
 * test waits for: it lets all that needs no time come to rest.
 */

import { createHash } from 'node:crypto';

Object.defineProperty(crypto.subtle, 'digest', {
    value: async (/** @type {string} */ algorithm, /** @type {BufferSource} */ bytes) => {
        const view = ArrayBuffer.isView(bytes) ? bytes : new Uint8Array(bytes);
        return Uint8Array.from(createHash(algorithm.replace('-', '').toLowerCase()).update(view).digest()).buffer;
    },
    configurable: true,
});
