import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startLessonVoice } from '#js/learning/voice/lesson-voice.js';
import { startQuizVoice } from '#js/learning/voice/quiz-voice.js';
import { setGlobals } from '#support/globals.js';
import { at, openPage, textOf } from '#support/page.js';

/** @typedef {Map<string, string>} Memory of a phone */

const SPEEDS = ['0.8', '1', '1.2'].map((speed) => `<button data-speed="${speed}">${speed}</button>`).join('');
const AUDIO = '<audio><source></audio><p data-unheard hidden>no network</p>';

/**
 * A lesson is opened, as after a reload or days later; with or without a network it is the same page.
 *
 * @param {import('node:test').TestContext} context
 * @param {Memory} memory
 * @param {{person?: string, sound?: string}} [reader]
 */
function openLesson(context, memory, { person = 'chunmei', sound = 'a1.webm' } = {}) {
    openPage(context, `<h1>Rice</h1><section data-spoken="4:0-30000 5:30200-60000">${AUDIO}<div data-speeds hidden>${SPEEDS}</div></section>
        <article class="lesson"></article><button data-do="listen" hidden></button>`, { person });
    const audio = player(context, sound);
    startLessonVoice(at('[data-spoken]'), { person, ...portsOf(memory) });
    return audio;
}

/** @param {import('node:test').TestContext} context @param {string} sound */
function player(context, sound) {
    setGlobals(context, { NodeFilter: { SHOW_TEXT: 4 }, innerHeight: 800 });
    document.createTreeWalker = /** @type {any} */ (() => ({ nextNode: () => false }));
    const element = at('audio');
    const members = { currentTime: 0, duration: 60, paused: true, ended: false, playbackRate: 1, defaultPlaybackRate: 1 };
    Object.entries(members).forEach(([name, value]) => Object.defineProperty(element, name, { value, writable: true }));
    Object.defineProperty(at('source'), 'src', { value: `https://county.example/narration/sounds/${sound}` });
    const audio = /** @type {any} */ (element);
    return {
        audio,
        /** The browser knows how long it is: only then it can be moved in. */
        load: () => element.dispatchEvent(new Event('loadedmetadata')),
        hear(/** @type {number} */ seconds) {
            audio.currentTime = seconds;
            element.dispatchEvent(new Event('timeupdate'));
        },
        tell: (/** @type {string} */ kind) => element.dispatchEvent(new Event(kind)),
    };
}

/** @param {Memory} memory */
const portsOf = (memory) => ({
    remember: (/** @type {string} */ key, /** @type {string} */ value) => memory.set(key, value),
    remembered: (/** @type {string} */ key) => memory.get(key) ?? null,
});

const pressed = () => at('[aria-pressed="true"]').textContent;

test('0.8–1.2×, keep their place: the speed is that of every page, and a lesson goes on where it was left', (context) => {
    /** @type {Memory} */
    const memory = new Map();
    const first = openLesson(context, memory);
    assert.equal(textOf('[data-speeds] button'), '0.8', 'it can be chosen');
    assert.deepEqual([first.audio.playbackRate, pressed()], [1, '1']);
    for (const speed of ['1.2', '0.8']) {
        at(`[data-speed="${speed}"]`).click();
        assert.deepEqual([first.audio.playbackRate, first.audio.defaultPlaybackRate, pressed()], [Number(speed), Number(speed), speed]);
    }
    first.load();
    first.hear(24.5);

    const again = openLesson(context, memory);
    assert.deepEqual([again.audio.playbackRate, pressed()], [0.8, '0.8']);
    again.load();
    assert.equal(again.audio.currentTime, 24.5);

    const other = openLesson(context, memory, { sound: 'b2.webm' });
    other.load();
    assert.deepEqual([other.audio.playbackRate, other.audio.currentTime], [0.8, 0], 'another lesson begins at its beginning');
    assert.equal(openQuiz(context, memory).audio.playbackRate, 0.8);
});

/** @param {import('node:test').TestContext} context @param {Memory} memory */
function openQuiz(context, memory) {
    openPage(context, `<form><div data-heard-quiz>${AUDIO}</div></form>`);
    const audio = player(context, 'q1.webm');
    startQuizVoice(at('[data-heard-quiz]'), portsOf(memory));
    return audio;
}

test('heard to its end, or left in its first seconds, a lesson begins at its beginning', (context) => {
    /** @type {Memory} */
    const memory = new Map();
    const first = openLesson(context, memory);
    first.load();
    first.hear(30);
    first.hear(58);
    const again = openLesson(context, memory);
    again.load();
    assert.equal(again.audio.currentTime, 0);
    again.hear(40);
    again.audio.ended = true;
    again.tell('ended');
    const third = openLesson(context, memory);
    third.load();
    assert.equal(third.audio.currentTime, 0);
    third.hear(2);
    assert.equal(memory.get('voice:chunmei:a1.webm'), '');
});

test('on a shared phone each keeps a place of their own', (context) => {
    /** @type {Memory} */
    const memory = new Map();
    const hers = openLesson(context, memory);
    hers.load();
    hers.hear(20);
    const his = openLesson(context, memory, { person: 'laohu' });
    his.load();
    assert.equal(his.audio.currentTime, 0);
    his.hear(9);
    const again = openLesson(context, memory);
    again.load();
    assert.equal(again.audio.currentTime, 20);
});

test('a speed that no button has is the usual one, and a browser that remembers nothing plays all the same', (context) => {
    const odd = openLesson(context, new Map([['voice-speed', '3']]));
    assert.deepEqual([odd.audio.playbackRate, pressed()], [1, '1']);
    openLesson(context, new Map());
    at('[data-speed="1.2"]').click();
    assert.equal(pressed(), '1.2');
});
