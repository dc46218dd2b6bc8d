/**
 * The status pill: one line above the page's button about what has not been sent, shown only when there is something to
 * report. Its texts are the page's data attributes. `data-state` is absent until the records have been counted.
 */

/** The page that lists what waits and what was refused, and lets the person correct it. */
const UNSENT = '/unsent';
const SAVED_FOR = 5_000;

/**
 * What waits besides the outbox, e.g. chunks of a recording.
 *
 * @typedef {object} Waiting
 * @property {number} count
 * @property {string} words shown instead of the count, if not empty
 * @property {string} [href] where they link to, if not to the list of what waits
 * @property {Line & {href: string}} [trouble] what the person must see to, and where
 *
 * @typedef {{words: string, href?: string}} Line
 */

/** @type {Map<string, Waiting>} */
const more = new Map();
/** @type {import('./outbox.js').Status | undefined} undefined until it was counted */
let outbox;
/** @type {'empty' | 'wait' | 'bad' | 'saved'} */
let state = 'empty';
/** @type {number | undefined} */
let hiding;

/** Adds what waits besides the outbox. @param {string} what @param {Waiting} waiting */
export function addWaiting(what, waiting) {
    more.set(what, waiting);
    show();
}

export function startSyncStatus() {
    const pill = document.querySelector('[data-safe]');
    if (pill) {
        // Above the button at the bottom: nothing else moves when the pill appears and disappears.
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
    const worded = others.find(({ words }) => words);
    const trouble = problem(pill, outbox) ?? others.map((other) => other.trouble).find(Boolean);
    /** @type {Line} */
    const line = trouble ?? worded ?? { words: waiting ? counted(pill, 'waiting', waiting) : '' };
    // Only to a person who saw it wait.
    const saved = !line.words && ['wait', 'saved'].includes(state);
    if (saved && state === 'wait') {
        hiding = setTimeout(() => {
            state = 'empty';
            show();
        }, SAVED_FOR);
    } else if (!saved) {
        clearTimeout(hiding);
    }
    state = trouble ? 'bad' : line.words ? 'wait' : saved ? 'saved' : 'empty';
    write(pill, saved ? { words: /** @type {string} */ (pill.dataset.safe) } : { words: line.words, href: line.href ?? UNSENT });
    pill.dataset.state = state;
    pill.classList.toggle('wait', state === 'wait');
    pill.classList.toggle('bad', state === 'bad');
    // That page shows all of it.
    pill.hidden = state === 'empty' || location.pathname === UNSENT;
}

/**
 * Writes only what changed, because screen readers read it out.
 *
 * @param {HTMLElement} pill
 * @param {Line} line
 */
function write(pill, { words, href = '' }) {
    const link = pill.querySelector('a');
    if (pill.textContent === words && (link?.getAttribute('href') ?? '') === href) {
        return;
    }
    if (!href || !words) {
        pill.textContent = words;
        return;
    }
    const added = document.createElement('a');
    added.href = href;
    added.textContent = words;
    pill.replaceChildren(added);
}

/**
 * What a person must see to: the phone's clock, which they can set, or records that the server refused.
 *
 * @param {HTMLElement} pill
 * @param {import('./outbox.js').Status} status
 * @returns {Line & {href: string} | undefined}
 */
function problem(pill, { refused, clock }) {
    if (!clock && !refused) {
        return undefined;
    }
    return { words: counted(pill, clock ? 'clock' : 'refused', clock || refused), href: UNSENT };
}

/**
 * A text of the pill with its number. The layout writes them all.
 *
 * @param {HTMLElement} pill
 * @param {string} text
 * @param {number} count
 */
function counted({ dataset }, text, count) {
    return /** @type {string} */ (dataset[text]).replace('#', String(count));
}
