import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { draw, seedOf } from '#js/practice/audience/chance.js';
import { Audience } from '#js/practice/audience/engine.js';

/** @typedef {import('#js/practice/audience/scenario.js').Scenario} Scenario */
/** @typedef {import('#js/practice/audience/engine.js').Intensity} Intensity */
/** @typedef {{ms: number, action: 'step' | 'voice' | 'greet' | 'nextProduct' | 'act', of?: string}} Action */

/** The published content, as the build packs it. */
const packed = JSON.parse(readFileSync('target/classes/META-INF/content.json', 'utf8'));
const documents = (/** @type {string} */ kind) => packed.documents.filter((/** @type {any} */ one) => one.kind === kind);
const SCENARIOS = documents('SCENARIO').map((/** @type {any} */ { slug, version, body }) => inChinese({ ...body, slug, version }));
const SHOWS = documents('RUN_OF_SHOW');
const INTENSITIES = /** @type {Intensity[]} */ (['gentle', 'lively', 'rough']);

/** As the plan page carries it. @returns {Scenario} */
function inChinese(/** @type {any} */ { title, summary, people, timeline, ...rest }) {
    return {
        ...rest,
        title: title.zh,
        summary: summary.zh,
        people: people.map((/** @type {any} */ one) => ({ ...one, name: one.name.zh })),
        timeline: timeline.map((/** @type {any} */ { says, answer, chance = 100, ...event }) => ({
            ...event, chance, says: says.map((/** @type {any} */ one) => one.zh), within: answer.within, does: answer.does.zh,
        })),
    };
}

/** What a host may do in a show of this format: steps about when planned, speech, greetings, acts, a product on. */
function actions(/** @type {Scenario} */ scenario, /** @type {number} */ seed) {
    const show = SHOWS.find((/** @type {{slug: string}} */ { slug }) => slug === scenario.formats[0]).body;
    /** @type {Action[]} */
    const all = [];
    let at = 0;
    for (const { id, seconds } of show.steps) {
        all.push({ ms: at, action: 'step', of: id });
        at += seconds * (700 + draw(seed, `long ${id}`, 600));
    }
    for (let i = 0, ms = 0; ms < at; i++) {
        ms += 1_000 + draw(seed, `pause ${i}`, 20_000);
        all.push({ ms, action: 'voice' });
    }
    scenario.timeline.forEach(({ id }, i) => i % 3 || all.push({ ms: draw(seed, `greet ${id}`, at), action: 'greet', of: id }));
    all.push({ ms: draw(seed, 'product', at), action: 'nextProduct' });
    const acts = ['product-card:1', 'coupon-drop', 'stock-out:1', 'order-wave:4', `pinned-comment:${scenario.timeline[0].id}`];
    acts.forEach((of) => all.push({ ms: draw(seed, `act ${of}`, at), action: 'act', of }));
    return { end: at + 60_000, all: all.sort((one, other) => one.ms - other.ms) };
}

/** Plays to the end in ticks of this length; each action at its time. */
function played(/** @type {Audience} */ audience, /** @type {Action[]} */ all, /** @type {number} */ end, /** @type {number} */ tick) {
    const lines = [];
    let next = 0;
    for (let now = 0; now <= end; now += tick) {
        for (; next < all.length && all[next].ms <= now; next++) {
            const { ms, action, of } = all[next];
            const shown = of === undefined
                ? audience[/** @type {'voice'} */ (action)](ms)
                : audience[/** @type {'step'} */ (action)](of, ms);
            lines.push(...shown);
        }
        lines.push(...audience.advance(now));
    }
    return { lines, occurrences: audience.occurrences };
}

test('there are fifteen scenarios', () => assert.equal(SCENARIOS.length, 15));

for (const scenario of SCENARIOS) {
    test(`${scenario.slug}: same seed and actions, same audience, in ticks of 10, 250 and 1700 ms`, () => {
        for (const intensity of INTENSITIES) {
            for (const seed of [7, 0xfffffff]) {
                const { all, end } = actions(scenario, seed);
                const [fine, usual, coarse] = [10, 250, 1_700].map((tick) => {
                    const audience = new Audience(scenario, { seed, intensity, listening: true });
                    return played(audience, all, end - (end % 85_000) + 85_000, tick);
                });
                assert.deepEqual(usual, fine, `${intensity} ${seed}`);
                assert.deepEqual(coarse, fine, `${intensity} ${seed}`);
                assert.deepEqual(fine.lines.map(({ ms }) => ms), fine.lines.map(({ ms }) => ms).sort((one, other) => one - other));
                assert.ok(fine.occurrences.length > 0, 'somebody says something');
                assert.ok(fine.lines.every(({ ms }) => Number.isInteger(ms)), 'whole milliseconds');
            }
        }
    });

    test(`${scenario.slug}: without a word of the host everything that can come comes, and a reload repeats nothing`, () => {
        const { all, end } = actions(scenario, 5);
        const steps = all.filter(({ action }) => action === 'step' || action === 'act');
        const how = { seed: 5, intensity: /** @type {Intensity} */ ('lively'), listening: true };
        const whole = played(new Audience(scenario, how), steps, end, 250);
        const half = Math.round(end / 500) * 250;
        const first = played(new Audience(scenario, how), steps.filter(({ ms }) => ms <= half), half, 250);
        const began = (/** @type {string} */ wanted) => /** @type {[string, number][]} */ (
            steps.filter(({ ms, action }) => ms <= half && action === wanted).map(({ of, ms }) => [of, ms]));
        const before = { occurrences: first.occurrences, steps: began('step'), acts: began('act') };
        const resumed = new Audience(scenario, { ...how, now: half, ...before });
        const rest = [];
        for (const { of = '', ms, action } of steps.filter((step) => step.ms > half)) {
            rest.push(...(action === 'act' ? resumed.act(of, ms) : resumed.step(of, ms)));
        }
        rest.push(...resumed.advance(end));
        assert.deepEqual([...first.lines, ...rest], whole.lines);
        assert.deepEqual(resumed.occurrences, whole.occurrences);
    });
}

/** One of each, with plain figures. @returns {Scenario} */
function small(more = {}) {
    return {
        slug: 'small', version: '0', title: '', summary: '', goods: 'fruit', level: 1, formats: ['pitch'], seed: 3,
        people: [{ id: 'li', name: '李婶', mood: 'warm' }, { id: 'cannon', name: '大炮', mood: 'rude' }],
        timeline: [
            { id: 'sweet', kind: 'question', on: { step: 'hook', after: 5 }, chance: 100, who: 'li', says: ['甜不甜？'], within: 20, does: '' },
            {
                id: 'thanks', kind: 'thanks', on: { event: 'sweet', answered: true, after: 4 },
                chance: 100, who: 'li', says: ['谢谢'], within: 15, does: '',
            },
            {
                id: 'dumb', kind: 'troll', on: { event: 'sweet', answered: false, after: 4 },
                chance: 100, who: 'cannon', says: ['哑巴？'], within: 15, does: '',
            },
        ],
        ...more,
    };
}

/** @param {Partial<{intensity: Intensity, listening: boolean}>} [how] */
function begun(how, scenario = small()) {
    const audience = new Audience(scenario, { seed: 1, intensity: 'lively', listening: true, ...how });
    audience.step('hook', 0);
    return audience;
}

const summary = (/** @type {import('#js/practice/audience/engine.js').Line[]} */ lines) =>
    lines.map(({ ms, event, mood, state }) => [ms, event, mood ?? state]);

test('an answer that begins in time makes content, and what follows from it comes', () => {
    const audience = begun();
    assert.deepEqual(summary(audience.advance(8_000)), [[5_000, 'sweet', 'waiting']]);
    assert.deepEqual(summary(audience.voice(8_200)), [[8_200, 'sweet', 'answered']]);
    assert.deepEqual(summary(audience.advance(60_000)), [
        [9_400, 'sweet', 'content'], [12_200, 'thanks', 'waiting'], [27_200, 'thanks', 'missed'],
    ]);
    assert.equal(audience.occurrences[0].answeredAfterMs, 3_200);
});

test('without an answer the viewer asks again, grows impatient, and others take it up', () => {
    assert.deepEqual(summary(begun().advance(60_000)), [
        [5_000, 'sweet', 'waiting'], [15_000, 'sweet', 'nudge'], [25_000, 'sweet', 'impatient'],
        [29_000, 'dumb', 'waiting'], [44_000, 'dumb', 'missed'],
    ]);
});

test('an answer that begins late is late', () => {
    const audience = begun();
    audience.advance(26_000);
    assert.deepEqual(summary(audience.voice(26_000)), [[26_000, 'sweet', 'answered']]);
    assert.deepEqual(summary(audience.advance(35_000)), [[29_000, 'dumb', 'waiting']]);
});

test('what was on the screen for half a second is not what the host answers', () => {
    const audience = begun();
    assert.deepEqual(summary(audience.voice(5_500)), [[5_000, 'sweet', 'waiting']]);
});

test('a greeting by name calms: the viewer waits anew and does not ask again', () => {
    const audience = begun();
    assert.deepEqual(summary(audience.greet('sweet', 14_000)), [[5_000, 'sweet', 'waiting'], [14_000, 'sweet', 'named']]);
    assert.deepEqual(summary(audience.advance(33_000)), []);
    audience.voice(33_000);
    assert.deepEqual(summary(audience.advance(40_000)), [[34_200, 'sweet', 'content'], [37_000, 'thanks', 'waiting']]);
    assert.deepEqual(summary(audience.greet('sweet', 41_000)), [], 'twice is once');
});

test('gentle viewers wait longer, never push, and none of them is rude', () => {
    assert.deepEqual(summary(begun({ intensity: 'gentle' }).advance(90_000)), [[5_000, 'sweet', 'waiting'], [35_000, 'sweet', 'nudge']]);
});

test('rough ones wait less', () => {
    assert.deepEqual(summary(begun({ intensity: 'rough' }).advance(20_500)), [
        [5_000, 'sweet', 'waiting'], [12_500, 'sweet', 'nudge'], [20_000, 'sweet', 'impatient'],
    ]);
});

test('whoever waits speaks up when the next product comes, and somebody looks forward to it', () => {
    const audience = begun();
    assert.deepEqual(summary(audience.nextProduct(6_000)), [
        [5_000, 'sweet', 'waiting'], [6_000, 'sweet', 'wait'], [6_000, undefined, 'eager'],
    ]);
    assert.equal(audience.occurrences[0].reminders, 1);
});

const QUIET = small({ timeline: small().timeline.slice(0, 1) });

for (const [ref, mood, viewers] of /** @type {[string, string, string[]][]} */ ([
    ['product-card:1', 'card', ['li']],
    ['coupon-drop', 'coupon', ['li', 'cannon']],
    ['stock-out:1', 'sold-out', ['li', 'cannon']],
    ['order-wave:4', 'ordered', ['li', 'cannon']],
    ['pinned-comment:sweet', 'pinned', ['li']],
    ['pinned-comment:viewer', 'pinned', []],
    ['fireworks', 'card', []],
])) {
    test(`viewers take up ${ref} within seconds, each once`, () => {
        const audience = begun({}, QUIET);
        audience.advance(60_000);
        const lines = [...audience.act(ref, 60_000), ...audience.advance(70_000)];
        assert.deepEqual(lines.map(({ who }) => who).sort(), [...(mood === 'card' ? lines.map(({ who }) => who ?? '') : viewers)].sort());
        assert.equal(lines.length, viewers.length);
        assert.ok(lines.every((line) => line.mood === mood && line.ms > 61_000 && line.ms < 66_000));
    });
}

test('in a gentle audience nobody rude takes up anything', () => {
    const audience = begun({ intensity: 'gentle' }, QUIET);
    audience.act('coupon-drop', 60_000);
    assert.deepEqual(audience.advance(90_000).filter(({ mood }) => mood === 'coupon').map(({ who }) => who), ['li']);
});

test('where the phone cannot hear, time alone goes on, and nobody is blamed', () => {
    const audience = begun({ listening: false });
    assert.deepEqual(summary(audience.voice(8_000)), [[5_000, 'sweet', 'waiting']]);
    assert.deepEqual(summary(audience.advance(60_000)), [
        [25_000, 'sweet', 'answered'], [29_000, 'thanks', 'waiting'], [44_000, 'thanks', 'answered'],
    ]);
    const heard = audience.occurrences.map((one) => [one.heard, one.answeredAfterMs]);
    assert.deepEqual(heard, [[false, undefined], [false, undefined]]);
});

test('once the microphone is taken away time alone goes on, and nobody is blamed', () => {
    const audience = begun();
    audience.advance(6_000);
    assert.deepEqual(summary(audience.hears(false, 7_000)), []);
    assert.deepEqual(summary(audience.voice(8_000)), []);
    assert.deepEqual(summary(audience.advance(29_500)), [[25_000, 'sweet', 'answered'], [29_000, 'thanks', 'waiting']]);
    audience.hears(true, 30_000);
    assert.deepEqual(summary(audience.voice(31_000)), [], 'what could not be heard whole stays so');
    assert.deepEqual(audience.occurrences.map(({ heard, reminders }) => [heard, reminders]), [[false, 0], [false, 0]]);
});

test('whoever was missed before the microphone was taken away stays missed, and nobody thanks for it', () => {
    const audience = begun();
    audience.advance(26_000);
    const after = [...audience.hears(false, 28_000), ...audience.advance(60_000)];
    assert.deepEqual(summary(after).map(([, event]) => event), ['dumb', 'dumb']);
    assert.equal(audience.occurrences[0].heard, true);
});

test('once the microphone is back, whoever asks then is heard to be answered', () => {
    const audience = begun();
    audience.hears(false, 1_000);
    audience.hears(true, 2_000);
    audience.advance(6_000);
    assert.deepEqual(summary(audience.voice(8_000)), [[8_000, 'sweet', 'answered']]);
});

test('whoever was greeted by name is answered when the microphone is taken away', () => {
    const audience = begun();
    audience.greet('sweet', 8_000);
    audience.hears(false, 9_000);
    assert.deepEqual(summary(audience.advance(20_000)), [[9_200, 'sweet', 'content'], [12_000, 'thanks', 'waiting']]);
});

for (const [fault, event] of /** @type {[string, object][]} */ ([
    ['an unknown kind', { kind: 'flash-mob' }],
    ['a time that is none', { on: { step: 'hook', after: -5 } }],
    ['no time at all', { on: undefined }],
    ['nothing to say', { says: [] }],
    ['an unknown viewer', { who: 'nobody' }],
    ['no limit for the answer', { within: undefined }],
    ['no time for the answer', { within: 0 }],
    ['a part of a second for the answer', { within: 2.5 }],
    ['an event that is nowhere', { on: { event: 'nowhere', answered: true, after: 0 } }],
    ['a step that is nowhere', { on: { step: 'nowhere', after: 0 } }],
])) {
    test(`an event with ${fault} is left out, and the others come`, () => {
        const scenario = small();
        scenario.timeline[1] = /** @type {any} */ ({ ...scenario.timeline[0], id: 'odd', ...event });
        assert.deepEqual(summary(begun({}, scenario).advance(6_000)), [[5_000, 'sweet', 'waiting']]);
    });
}

test('without a viewer nobody speaks up, and what is only announced comes', () => {
    const wave = { ...small().timeline[0], id: 'wave', kind: 'order-wave', who: undefined };
    const audience = begun({}, small({ people: [], timeline: [...small().timeline, wave] }));
    const lines = [...audience.act('coupon-drop', 1_000), ...audience.nextProduct(2_000), ...audience.advance(6_000)];
    assert.deepEqual(summary(lines), [[5_000, 'wave', 'waiting']]);
});

test('without any event there is silence', () => {
    const audience = begun({}, small({ timeline: [] }));
    assert.deepEqual(summary([...audience.voice(1_000), ...audience.greet('sweet', 2_000), ...audience.advance(600_000)]), []);
});

test('each attempt has a seed of its own', () => {
    assert.equal(seedOf('019e0000-0000-7000-8000-00000000002a'), 42);
});
