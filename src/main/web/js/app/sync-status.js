/**
 * The status pill: one line above the page's button about what has not been sent, shown only when there is something to
 * report. Its texts are the page's data attributes. `data-state` is absent until the records have been counted.
 */

/** The page that lists what waits and what was refused, and lets the person correct it. */
const UNSENT = '/unsent';
const SAVED_FOR_MS = 5_000;

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

/** @typedef {ReturnType<typeof createSyncStatus>} SyncStatus */

/** @param {Pick<import('./clock.js').Clock, 'after'>} clock */
export function createSyncStatus(clock) {
    /** @type {Map<string, Waiting>} */
    const more = new Map();
    /** @type {import('./outbox.js').Status | undefined} undefined until it was counted */
    let outbox;
    /** @type {'empty' | 'wait' | 'bad' | 'saved'} */
    let state = 'empty';
    let cancelHiding = () => {};

    function show() {
        const pill = /** @type {HTMLElement | null} */ (document.querySelector('[data-pill]'));
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
            cancelHiding = clock.after(SAVED_FOR_MS, () => {
                state = 'empty';
                show();
            });
        } else if (!saved) {
            cancelHiding();
        }
        state = trouble ? 'bad' : line.words ? 'wait' : saved ? 'saved' : 'empty';
        write(pill, saved ? { words: /** @type {string} */ (pill.dataset.pill) } : { words: line.words, href: line.href ?? UNSENT });
        pill.dataset.state = state;
        pill.className = `pill ${line.words && state}`;
        // That page shows all of it.
        pill.hidden = state === 'empty' || location.pathname === UNSENT;
    }

    return {
        /** Places the pill above the button at the bottom: nothing else moves when it appears and disappears. */
        start() {
            document.querySelector('.thumb')?.prepend(...document.querySelectorAll('[data-pill]'));
        },

        /** What the outbox holds. @param {import('./outbox.js').Status} status */
        setOutbox(status) {
            outbox = status;
            show();
        },

        /** What waits besides the outbox. @param {string} what @param {Waiting} waiting */
        setWaiting(what, waiting) {
            more.set(what, waiting);
            show();
        },
    };
}

/**
 * Writes only what changed, because screen readers read it out.
 *
 * @param {HTMLElement} pill
 * @param {Line} line
 */
function write(pill, { words, href = '' }) {
    if (pill.textContent === words && (pill.querySelector('a')?.getAttribute('href') ?? '') === href) {
        return;
    }
    pill.replaceChildren(href && words ? Object.assign(document.createElement('a'), { href, textContent: words }) : words);
}

/**
 * What a person must see to: the phone's clock, which they can set, or records that the server refused.
 *
 * @param {HTMLElement} pill
 * @param {import('./outbox.js').Status} status
 * @returns {Line & {href: string} | undefined}
 */
function problem(pill, status) {
    const what = status.clock ? 'clock' : 'refused';
    return status[what] ? { words: counted(pill, what, status[what]), href: UNSENT } : undefined;
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
