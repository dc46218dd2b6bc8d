/**
 * The pill that says where the work stands: one line above the page's button, only while there is something to say. Its
 * words come from the page: this script knows no language. `data-state` is absent until the work was counted.
 */

/** Lists what waits and what was refused, and mends it. */
const UNSENT = '/unsent';
const SAVED_FOR = 5_000;

/**
 * What waits elsewhere, e.g. the pieces of a recording.
 *
 * @typedef {object} Waiting
 * @property {number} count
 * @property {string} words said instead of the count, where there are any
 * @property {string} [href] where they lead, if not to the list of what waits
 * @property {{words: string, href: string}} [trouble] what the person must see to, and where
 */

/** @type {Map<string, Waiting>} */
const more = new Map();
/** @type {{waiting: number, refused: number, clock?: number} | undefined} not known until it was counted */
let outbox;
/** @type {'empty' | 'wait' | 'bad' | 'saved'} */
let state = 'empty';
/** @type {number | undefined} */
let going;

/** Counts in what waits elsewhere. @param {string} what @param {Waiting} waiting */
export function addWaiting(what, waiting) {
    more.set(what, waiting);
    show();
}

export function startSyncStatus() {
    const pill = document.querySelector('[data-safe]');
    if (pill) {
        // Above the button that is always in reach: what is read and pressed stays where it is when the pill comes and
        // goes.
        document.querySelector('.thumb')?.prepend(pill);
        document.addEventListener('tianbo:outbox', (event) => {
            outbox = /** @type {CustomEvent} */ (event).detail;
            show();
        });
    }
}

function show() {
    const pill = /** @type {HTMLElement | null} */ (document.querySelector('[data-safe]'));
    if (!pill || !outbox) {
        return;
    }
    const others = [...more.values()];
    const waiting = others.reduce((sum, { count, words }) => (words ? sum : sum + count), outbox.waiting);
    const spoken = others.find(({ words }) => words);
    const trouble = problem(pill, outbox) ?? others.map((other) => other.trouble).find(Boolean);
    /** @type {{words: string, href?: string}} */
    const news = trouble ?? spoken ?? { words: waiting ? pill.dataset.waiting.replace('#', String(waiting)) : '' };
    // Said once, to whoever saw it wait.
    const saved = !news.words && ['wait', 'saved'].includes(state);
    if (saved && state === 'wait') {
        going = setTimeout(() => {
            state = 'empty';
            show();
        }, SAVED_FOR);
    } else if (!saved) {
        clearTimeout(going);
    }
    state = trouble ? 'bad' : news.words ? 'wait' : saved ? 'saved' : 'empty';
    say(pill, saved ? { words: pill.dataset.safe } : { words: news.words, href: news.href ?? UNSENT });
    pill.dataset.state = state;
    pill.classList.toggle('wait', state === 'wait');
    pill.classList.toggle('bad', state === 'bad');
    // The list itself says all of it.
    pill.hidden = state === 'empty' || location.pathname === UNSENT;
}

/**
 * Writes only what changed, for it is read aloud.
 *
 * @param {HTMLElement} pill
 * @param {{words: string, href?: string}} news
 */
function say(pill, { words, href = '' }) {
    const link = pill.querySelector('a');
    if (pill.textContent === words && (link?.getAttribute('href') ?? '') === href) {
        return;
    }
    if (!href || !words) {
        pill.textContent = words;
        return;
    }
    const way = document.createElement('a');
    way.href = href;
    way.textContent = words;
    pill.replaceChildren(way);
}

/** What a person must see to: the phone's clock, which they can set, or what the county did not take. */
function problem({ dataset }, { refused, clock = 0 }) {
    if (!clock && !refused) {
        return undefined;
    }
    return { words: dataset[clock ? 'clock' : 'refused'].replace('#', String(clock || refused)), href: UNSENT };
}
