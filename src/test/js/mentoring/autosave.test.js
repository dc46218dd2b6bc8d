import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { Refusal, SignedOut, Unreachable } from '#js/app/http.js';
import { Autosave } from '#js/mentoring/autosave.js';
import { DraftBackup } from '#js/mentoring/draft-backup.js';
import { DraftModel, merged } from '#js/mentoring/draft.js';
import { FakeClock, settled } from '#support/fake-clock.js';
import { draftOf, memoryStorage, moment, reviewOf } from '#support/reviews.js';

const SAVED_AT = '2026-05-04T08:01:00Z';

let clock = new FakeClock();
let backup = new DraftBackup(memoryStorage(), 'mentor-1');
/** @type {{version: number, draft: import('#js/mentoring/draft.js').Draft}[]} */
let saves = [];
/** @type {(Error | (() => Promise<unknown>))[]} what comes instead of an answer */
let faults = [];

beforeEach(() => {
    clock = new FakeClock();
    backup = new DraftBackup(memoryStorage(), 'mentor-1');
    saves = [];
    faults = [];
});

/**
 * @typedef {import('#js/mentoring/draft.js').Draft} Draft
 * @typedef {import('#js/mentoring/draft.js').Review} Review
 */

/**
 * A grading page.
 *
 * @param {Partial<import('#js/mentoring/draft.js').Review>} [content]
 * @param {(mine: Draft, theirs: Review) => Draft} [resolve]
 */
function page(content = {}, resolve = () => assert.fail('no conflict was expected')) {
    const draft = new DraftModel(reviewOf(content));
    const seen = { statuses: /** @type {string[][]} */ ([]), lost: /** @type {[Draft, string?][]} */ ([]) };
    const autosave = new Autosave({
        draft,
        backup,
        clock,
        title: 'Rice, live',
        api: {
            save: async (review, written, version) => {
                const fault = faults.shift();
                if (fault instanceof Error) {
                    throw fault;
                }
                await fault?.();
                saves.push({ version, draft: written });
                return { ...review, version: version + 1, savedAt: SAVED_AT, draft: written };
            },
        },
        onStatus: (...status) => seen.statuses.push(/** @type {string[]} */ (status.filter((part) => part !== undefined))),
        onLost: (...lost) => seen.lost.push(lost),
        resolveConflict: async (mine, theirs) => resolve(mine, theirs),
    });
    const write = (/** @type {string} */ words) => draft.write((one) => (one.nothingToChange = words));
    return { draft, autosave, seen, write, status: () => seen.statuses.at(-1) };
}

test('what is written is on this computer at once, and on the server 0.7 seconds after the last letter', async () => {
    const one = page();
    one.write('g');
    await clock.pass(600);
    one.write('go');
    assert.equal(backup.get('review-1')?.draft.nothingToChange, 'go');
    await clock.pass(600);
    assert.deepEqual(saves, []);
    assert.deepEqual(one.status(), ['unsaved']);

    await clock.pass(100);
    assert.deepEqual(saves.map(({ version, draft }) => [version, draft.nothingToChange]), [[3, 'go']]);
    assert.deepEqual(one.status(), ['saved', SAVED_AT]);
    assert.equal(backup.get('review-1'), undefined);
});

test('the next save builds on the version the last one made', async () => {
    const one = page();
    one.write('a');
    await clock.pass(700);
    one.write('b');
    await clock.pass(700);
    assert.deepEqual(saves.map(({ version }) => version), [3, 4]);
});

test('what is written during a save is saved after it, and is not called saved before', async () => {
    const one = page();
    /** @type {(value?: unknown) => void} */
    let answer = () => {};
    faults = [() => new Promise((resolve) => (answer = resolve))];
    one.write('a');
    await clock.pass(700);
    one.write('ab');
    answer();
    await settled();
    assert.notDeepEqual(one.status(), ['saved', SAVED_AT]);
    assert.equal(backup.get('review-1')?.draft.nothingToChange, 'ab');
    await clock.pass(700);
    assert.deepEqual(saves.map(({ draft }) => draft.nothingToChange), ['a', 'ab']);
    assert.deepEqual(one.status(), ['saved', SAVED_AT]);
});

test('what is written during a slow save is saved after it, although its pause ended meanwhile', async () => {
    const one = page();
    /** @type {(value?: unknown) => void} */
    let answer = () => {};
    faults = [() => new Promise((resolve) => (answer = resolve))];
    one.write('a');
    await clock.pass(700);
    one.write('ab');
    await clock.pass(5_000);
    answer();
    await settled();
    await clock.pass(700);
    assert.deepEqual(saves.map(({ draft }) => draft.nothingToChange), ['a', 'ab']);
    assert.deepEqual(one.status(), ['saved', SAVED_AT]);
});

test('without network the words stay here and are tried again every 5 seconds', async () => {
    const one = page();
    faults = [new Unreachable('no network'), new Unreachable('no network')];
    one.write('a');
    await clock.pass(700);
    assert.deepEqual(one.status(), ['offline']);
    assert.equal(backup.get('review-1')?.draft.nothingToChange, 'a');
    assert.equal(clock.nextMs, 5_000);
    await clock.pass(10_000);
    assert.deepEqual(one.status(), ['saved', SAVED_AT]);
});

test('the wait that a server requests is kept', async () => {
    const one = page();
    faults = [new Unreachable('HTTP 503', 20_000)];
    one.write('a');
    await clock.pass(700);
    assert.equal(clock.nextMs, 20_000);
});

test('a network that is back is used at once', async () => {
    const one = page();
    faults = [new Unreachable('no network')];
    one.write('a');
    await clock.pass(700);
    one.autosave.saveNow();
    await clock.pass(0);
    assert.equal(saves.length, 1);
});

test('with nothing written nothing is saved', async () => {
    const one = page();
    one.autosave.saveNow();
    await clock.pass(60_000);
    assert.equal(await one.autosave.flush(), true);
    assert.deepEqual(saves, []);
});

test('signed out, it reports that and retries', async () => {
    const one = page();
    faults = [new SignedOut('')];
    one.write('a');
    await clock.pass(700);
    assert.deepEqual(one.status(), ['signedOut']);
    await clock.pass(5_000);
    assert.equal(saves.length, 1);
});

test('words that the server does not take are named, and tried again only with other words', async () => {
    const one = page();
    const errors = [{ field: 'keep', message: 'Too long.' }, { field: 'moments', message: 'No time.' }];
    faults = [new Refusal(422, { detail: 'Not saved.', errors })];
    one.write('a');
    await clock.pass(700);
    assert.deepEqual(one.status(), ['failed', 'Not saved. Too long. No time.']);
    await clock.pass(60_000);
    assert.equal(saves.length, 0);

    one.write('b');
    await clock.pass(700);
    assert.equal(saves.length, 1);
});

for (const status of [409, 404]) {
    test(`whoever lost the review (${status}) keeps their words, and nothing more is sent`, async () => {
        const one = page();
        faults = [new Refusal(status, { detail: 'It is with another mentor.' })];
        one.write('mine');
        await clock.pass(700);
        assert.deepEqual(one.seen.lost.map(([draft, why]) => [draft.nothingToChange, why]), [['mine', 'It is with another mentor.']]);
        assert.deepEqual(one.status(), ['failed', 'It is with another mentor.']);
        assert.equal(backup.get('review-1')?.draft.nothingToChange, 'mine');

        one.write('mine, on');
        await clock.pass(60_000);
        assert.equal(saves.length, 0);
        assert.equal(one.seen.lost.at(-1)?.[0].nothingToChange, 'mine, on');
        assert.equal(await one.autosave.flush(), false);
    });
}

test('two windows that wrote are put before the mentor, and what they choose is saved on the newer version', async () => {
    const theirs = reviewOf({ version: 9, savedAt: SAVED_AT, draft: draftOf({ moments: [moment('theirs')] }) });
    const one = page({}, (mine, their) => merged(mine, their.draft));
    faults = [new Refusal(412, { current: theirs })];
    one.draft.add(moment('mine'));
    await clock.pass(700);
    await clock.pass(700);
    assert.deepEqual(saves.map(({ version, draft }) => [version, draft.moments.map(({ id }) => id)]), [[9, ['mine', 'theirs']]]);
});

test('who chooses the other window’s words has nothing left to save', async () => {
    const theirs = reviewOf({ version: 9, savedAt: SAVED_AT, draft: draftOf({ nothingToChange: 'theirs' }) });
    const one = page({}, (_, their) => their.draft);
    faults = [new Refusal(412, { current: theirs })];
    one.write('mine');
    await clock.pass(700);
    assert.deepEqual(one.status(), ['saved', SAVED_AT]);
    assert.equal(backup.get('review-1'), undefined);
    assert.equal(await one.autosave.flush(), true);
    assert.deepEqual(saves, []);
});

test('a review that is scored by another rubric since takes no marks of this page, and its mentor keeps the words', async () => {
    const theirs = reviewOf({ version: 9, savedAt: SAVED_AT, rubricVersion: 'own-2.a' });
    const one = page({ rubricVersion: 'own-1.a' });
    faults = [new Refusal(412, { current: theirs, detail: 'It was saved in between.' })];
    one.write('mine');
    await clock.pass(60_000);
    assert.deepEqual(one.seen.lost.map(([draft, why]) => [draft.nothingToChange, why]), [['mine', 'It was saved in between.']]);
    assert.equal(backup.get('review-1')?.draft.nothingToChange, 'mine');
    assert.deepEqual(saves, []);
});

test('what the last visit could not save is brought back and saved', async () => {
    backup.put('review-1', { version: 3, at: 0, title: '', draft: draftOf({ nothingToChange: 'kept' }) });
    const one = page();
    await one.autosave.restore();
    assert.equal(one.draft.content.nothingToChange, 'kept');
    assert.deepEqual(one.status(), ['restored']);
    await clock.pass(700);
    assert.equal(saves[0].draft.nothingToChange, 'kept');
});

test('a copy the server has already is dropped', async () => {
    backup.put('review-1', { version: 3, at: 0, title: '', draft: draftOf() });
    const one = page();
    await one.autosave.restore();
    assert.equal(backup.get('review-1'), undefined);
    assert.deepEqual(one.seen.statuses, []);
});

test('a copy of an older version is put beside what was saved since', async () => {
    backup.put('review-1', { version: 2, at: 0, title: '', draft: draftOf({ nothingToChange: 'kept' }) });
    /** @type {(string | null)[]} */
    const compared = [];
    const one = page({ draft: draftOf({ nothingToChange: 'newer' }) }, (mine, theirs) => {
        compared.push(mine.nothingToChange, theirs.draft.nothingToChange);
        return mine;
    });
    await one.autosave.restore();
    await clock.pass(700);
    assert.deepEqual(compared, ['kept', 'newer']);
    assert.deepEqual(saves.map(({ version, draft }) => [version, draft.nothingToChange]), [[3, 'kept']]);
});

test('flushing waits for the save under way and for what was written since', async () => {
    const one = page();
    /** @type {(value?: unknown) => void} */
    let answer = () => {};
    faults = [() => new Promise((resolve) => (answer = resolve))];
    one.write('a');
    await clock.pass(700);
    one.write('ab');
    const flushed = one.autosave.flush();
    answer();
    assert.equal(await flushed, true);
    assert.deepEqual(saves.map(({ draft }) => draft.nothingToChange), ['a', 'ab']);
});

test('a flush that could not save reports it', async () => {
    const one = page();
    faults = [new Unreachable('no network')];
    one.write('a');
    assert.equal(await one.autosave.flush(), false);
});

test('a computer is shared: nobody finds another mentor’s words', () => {
    const storage = memoryStorage();
    const mine = new DraftBackup(storage, 'mentor-1');
    mine.put('a', { version: 1, at: 0, title: '', draft: draftOf() });
    mine.put('b', { version: 1, at: 0, title: '', draft: draftOf() });
    assert.deepEqual(mine.ids(), ['a', 'b']);
    assert.deepEqual(new DraftBackup(storage, 'mentor-2').ids(), []);
    assert.equal(new DraftBackup(storage, 'mentor-2').get('a'), undefined);
});
