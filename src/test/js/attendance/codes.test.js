import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createCodes } from '#js/attendance/codes.js';
import { unpacked } from '#js/attendance/qr.js';
import { counted, lineOf, shownAs, tapped } from '#js/attendance/register.js';

const NINE = Date.parse('2026-06-18T01:00:00Z');

/** @param {number} now */
function codesAt(now) {
    const codes = createCodes({ now: () => now });
    codes.set({ from: NINE, step: 20_000, packed: ['a', 'b', 'c'] });
    return codes;
}

test('each code stays for its twenty seconds', () => {
    assert.equal(codesAt(NINE + 19_999).current()?.packed, 'a');
    const second = codesAt(NINE + 25_000).current();
    assert.deepEqual([second?.packed, second?.leftMs, second?.left], ['b', 15_000, 2]);
});

test('before the session opens and after the last code there is none', () => {
    assert.equal(codesAt(NINE - 1).current(), undefined);
    assert.equal(codesAt(NINE + 60_000).current(), undefined);
    assert.equal(createCodes({ now: () => NINE }).current(), undefined);
});

test('a phone whose clock is wrong shows the code of the server\'s time', () => {
    const codes = codesAt(NINE - 3_600_000);
    codes.setServerTime(NINE + 45_000);
    assert.equal(codes.current()?.packed, 'c');
    assert.equal(codes.current()?.untilMs, NINE - 3_600_000 + 15_000);
});

test('a packed code is drawn module by module', () => {
    // 1 0 1 / 0 1 0 / 1 0 1, filled up with zeros.
    const { size, path } = unpacked(btoa('\xaa\x80'));
    assert.equal(size, 4);
    assert.equal(path, 'M0 0h1v1h-1zM2 0h1v1h-1zM0 1h1v1h-1zM2 1h1v1h-1zM0 2h1v1h-1z');
});

test('a tap shows at once, and taking it back leads to the state before', () => {
    const line = lineOf({ id: 'chunmei', state: 'absent', in: null, out: null, entry: null, waits: false });
    const at = '2026-06-18T01:00:00.000Z';
    const came = tapped(line, { id: 't1', at, data: { trainee: 'chunmei', mark: 'in' } });
    assert.deepEqual(came, { state: 'in', at, entry: 't1', waits: false });
    const left = tapped(came, { id: 't2', at, data: { trainee: 'chunmei', mark: 'out' } });
    assert.equal(tapped(left, { id: 't3', at, data: { trainee: 'chunmei', mark: 'undo' } }).state, 'in');
    assert.equal(tapped(came, { id: 't4', at, data: { trainee: 'chunmei', mark: 'undo' } }).state, 'absent');
    assert.deepEqual(counted([came, left, line]), { in: 1, out: 1, absent: 1, undecided: 0 });
});

test('whose scan waits to be decided is not counted as absent, also after a tap that was taken back', () => {
    const waiting = lineOf({ id: 'chunmei', state: 'absent', in: null, out: null, entry: null, waits: true });
    assert.equal(shownAs(waiting), 'undecided');
    assert.deepEqual(counted([waiting]), { in: 0, out: 0, absent: 0, undecided: 1 });

    const at = '2026-06-18T01:00:00.000Z';
    const came = tapped(waiting, { id: 't1', at, data: { trainee: 'chunmei', mark: 'in' } });
    assert.equal(shownAs(came), 'in');
    assert.equal(shownAs(tapped(came, { id: 't2', at, data: { trainee: 'chunmei', mark: 'undo' } })), 'undecided');
});

test('what the server knows is shown with the time that matters', () => {
    const known = { id: 'chunmei', in: '2026-06-18T01:00:00Z', out: '2026-06-18T04:00:00Z', entry: null, waits: false };
    assert.equal(lineOf({ ...known, state: /** @type {const} */ ('out') }).at, known.out);
    assert.equal(lineOf({ ...known, state: /** @type {const} */ ('in') }).at, known.in);
});
