/** A lesson's recording: the sentence that is heard is marked, its speed and place are remembered. */

import { dataOf, find, findAll } from '../../app/dom.js';
import { hasVoice, speak } from './browser-voice.js';
import { heardAt, missingBetween, parse, skipTo } from './timeline.js';
import { SPEED, showTrouble } from './sound.js';
import { markWords } from './words.js';

/** A place so near to the beginning or the end is not worth returning to. */
const NEAR_S = 3;
const HEARD = 'heard';

/**
 * @param {HTMLElement} root
 * @param {object} ports
 * @param {string} ports.person
 * @param {(key: string, value: string) => unknown} ports.remember
 * @param {(key: string) => string | null} ports.remembered
 */
export function startLessonVoice(root, { person, remember, remembered }) {
    const audio = /** @type {HTMLAudioElement} */ (find('audio', root));
    const sentences = parse(dataOf(root, 'spoken'));
    const words = markWords([find('h1'), find('.lesson')], sentences.map(({ letters }) => letters));
    const name = /** @type {HTMLSourceElement} */ (find('source', audio)).src.replace(/.*\//, '');
    const placeKey = `voice:${person}:${name}`;
    let shown = -1;
    /** The one that was heard last. */
    let last = -1;
    /** Over what the lesson no longer says. */
    let passingOver = false;

    const show = (/** @type {number} */ sentence) => {
        if (sentence === shown) {
            return;
        }
        words[shown]?.forEach((one) => one.classList.remove(HEARD));
        words[sentence]?.forEach((one) => one.classList.add(HEARD));
        shown = sentence;
        if (sentence >= 0 && !audio.paused) {
            intoView(words[sentence]?.[0]);
        }
    };
    /** Where the browser has no voice they are only to be read. @param {number[]} missing */
    const readMissing = async (missing) => {
        if (!missing.length || audio.paused || !hasVoice()) {
            return;
        }
        audio.pause();
        for (const number of missing) {
            show(number);
            await speak(words[number].map((one) => one.textContent).join(''), audio.playbackRate);
        }
        audio.play();
    };
    const place = () => {
        const { currentTime, duration } = audio;
        const worthIt = currentTime > NEAR_S && duration - currentTime > NEAR_S;
        remember(placeKey, worthIt ? String(currentTime) : '');
    };

    audio.addEventListener('loadedmetadata', () => {
        const left = Number(remembered(placeKey));
        if (left) {
            audio.currentTime = left;
        }
    });
    audio.addEventListener('timeupdate', () => {
        const ms = audio.currentTime * 1000;
        const on = skipTo(sentences, ms);
        if (on !== undefined && !audio.paused) {
            passingOver = true;
            audio.currentTime = on / 1000;
        }
        const sentence = audio.ended ? -1 : heardAt(sentences, ms);
        if (sentence >= 0) {
            if (sentence > last) {
                readMissing(missingBetween(sentences, last, sentence));
            }
            last = sentence;
        }
        show(sentence);
        place();
    });
    // Whoever moves in the recording hears what stands there, not what was passed over.
    audio.addEventListener('seeking', () => {
        last = passingOver ? last : heardAt(sentences, audio.currentTime * 1000);
        passingOver = false;
    });
    audio.addEventListener('ended', () => {
        show(-1);
        remember(placeKey, '');
    });
    showTrouble(root, audio);
    startListening(audio);
    startSpeeds(root, audio, remember, remembered);
}

/** The button in the thumb's reach. @param {HTMLAudioElement} audio */
function startListening(audio) {
    const button = find('[data-do="listen"]');
    button.hidden = false;
    button.addEventListener('click', () => {
        if (audio.paused) {
            audio.play().catch((fault) => console.warn('not heard:', fault.message));
        } else {
            audio.pause();
        }
    });
    for (const change of ['play', 'pause']) {
        audio.addEventListener(change, () => button.setAttribute('aria-pressed', String(!audio.paused)));
    }
}

/**
 * @param {HTMLElement} root
 * @param {HTMLAudioElement} audio
 * @param {(key: string, value: string) => unknown} remember
 * @param {(key: string) => string | null} remembered
 */
function startSpeeds(root, audio, remember, remembered) {
    const buttons = findAll('[data-speed]', root);
    const set = (/** @type {string} */ speed) => {
        // A player that loads anew begins with its usual speed.
        audio.defaultPlaybackRate = Number(speed);
        audio.playbackRate = Number(speed);
        buttons.forEach((button) => button.setAttribute('aria-pressed', String(button.dataset.speed === speed)));
    };
    buttons.forEach((button) => button.addEventListener('click', () => {
        const speed = dataOf(button, 'speed');
        remember(SPEED, speed);
        set(speed);
    }));
    set(buttons.some(({ dataset }) => dataset.speed === remembered(SPEED)) ? /** @type {string} */ (remembered(SPEED)) : '1');
    find('[data-speeds]', root).hidden = false;
}

/** Only where it is out of sight: nobody wants a page that moves while they read. @param {HTMLElement | undefined} element */
function intoView(element) {
    const { top = 0, bottom = 0 } = element?.getBoundingClientRect() ?? {};
    if (element && (top < 0 || bottom > innerHeight - 120)) {
        element.scrollIntoView({ block: 'center' });
    }
}
