/** Watching is work too: while somebody does, the lease is renewed. */

import { claim } from './server.js';

const EVERY = 20 * 60_000;

/** @param {import('./sheet.js').Sheet} sheet @param {import('./player.js').Player} player @param {import('./saving.js').Saving} saving */
export function startLease(sheet, player, saving) {
    let worked = false;
    player.addEventListener('time', () => (worked = true));
    setInterval(async () => {
        if (worked && (await saving.flush())) {
            worked = false;
            await claim(sheet.review.attempt).catch((refused) => console.warn('lease not renewed:', refused.message));
        }
    }, EVERY);
}
