import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkCutRehearsal } from '#support/checked-rehearsal.js';
import { CutRehearsal } from '#support/cut-rehearsal.js';
import { setGlobals } from '#support/globals.js';
import { newQuickPhone } from '#support/memory-indexed-db.js';

const RUNS = 200;

test(`${RUNS} rehearsals cut at random: every recorded second is on the server, or on the phone and said so`, async (context) => {
    let copies = 0;
    for (let seed = 1; seed <= RUNS; seed++) {
        newQuickPhone();
        const rehearsal = new CutRehearsal(seed);
        setGlobals(context, rehearsal.globals);
        try {
            await checkCutRehearsal(rehearsal, seed);
            copies += rehearsal.server.copies.size;
        } catch (fault) {
            throw new Error(`seed ${seed}: ${/** @type {Error} */ (fault).message}`, { cause: fault });
        }
    }
    assert.ok(copies > RUNS / 10, `chunks of copies for viewers: ${copies}`);
});
