/**
 * The rehearsals of `cuts.drill.test.js` with a server that really runs, and is really killed. Run by a Java test, which
 * hands over, in this order: the server's address, the folder of its objects, the trainee's county, where the server is
 * switched off and on, the first rehearsal's number, how many there are, and how often the server may be killed. Prints
 * what was done, as JSON.
 */

import { checkCutRehearsal } from '#support/checked-rehearsal.js';
import { CutRehearsal } from '#support/cut-rehearsal.js';
import { newQuickPhone } from '#support/memory-indexed-db.js';
import { RealServer } from '#support/real-server.js';
import { PowerSwitch } from '#support/real-world.js';

/** Of one slice, so that a server may die in the middle of its bytes. */
const SLICE_CHARACTERS = 100_000;

const [site, folder, county, address, first, runs, kills] = process.argv.slice(2);
const power = new PowerSwitch(address, Number(kills));
await power.on();
const place = { site, folder, county, power };
const { id: person } = await new RealServer(place, 0).whoIsSignedIn();
const began = new Date().toISOString();
/** The real one, for a rehearsal sets another. */
const milliseconds = performance.now.bind(performance);
const since = milliseconds();
const done = { runs: 0, chunks: 0, copies: 0 };

for (let seed = Number(first); seed < Number(first) + Number(runs); seed++) {
    await power.on();
    await power.signIn();
    newQuickPhone();
    const server = new RealServer({ ...place, person }, seed);
    const rehearsal = new CutRehearsal(seed, { server, person, now: began, padding: SLICE_CHARACTERS });
    for (const [name, value] of Object.entries(rehearsal.globals)) {
        Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
    }
    try {
        await checkCutRehearsal(rehearsal, seed);
    } catch (fault) {
        const { message } = /** @type {Error} */ (fault);
        throw new Error(`seed ${seed}, after ${power.kills} deaths of the server: ${message}`, { cause: fault });
    }
    done.runs++;
    done.chunks += rehearsal.slices.length;
    done.copies += server.copies.size;
}
const { kills: killed, cutOff, startingMs } = power;
console.log(JSON.stringify({
    ...done, kills: killed, cutOff, seconds: inSeconds(milliseconds() - since), startingSeconds: inSeconds(startingMs),
}));

/** @param {number} ms */
function inSeconds(ms) {
    return Math.round(ms / 100) / 10;
}
