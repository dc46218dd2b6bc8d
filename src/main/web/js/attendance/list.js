/** The list that is tapped: each tap is safe on this phone first, and goes up when there is a network. */

import { clock } from '../app/clock.js';
import { dataOf, find, findAll, message, setText } from '../app/dom.js';
import { sendForm } from '../app/send-form.js';
import { counted, lineOf, shownAs, tapped } from './register.js';
import { timeOf } from './screen.js';

/**
 * @typedef {import('./register.js').Line} Line
 * @typedef {import('./register.js').State} State
 * @typedef {import('./register.js').Known} Known
 * @typedef {import('./register.js').Tap} Tap
 *
 * @typedef {object} Ports
 * @property {import('../app/http.js').HttpClient} http
 * @property {import('../app/outbox.js').Outbox['record']} record
 * @property {Pick<import('../app/outbox.js').Outbox, 'waiting' | 'refused'>} outbox
 * @property {(serverNow: number) => void} onServerTime
 */

const TYPE = 'attendance.listed';
const LOOK_AGAIN_MS = 8_000;

/** @param {Ports} ports */
export function startList({ http, record, outbox, onServerTime }) {
    const session = dataOf(find('.teach'), 'session');
    const rows = findAll('[data-trainee]');
    /** @type {Map<string, Line>} */
    const lines = new Map(rows.map((row) => [
        dataOf(row, 'trainee'),
        {
            state: /** @type {State} */ (row.dataset.state),
            at: '',
            entry: row.dataset.entry ?? '',
            waits: row.dataset.waits === 'true',
        },
    ]));

    const mine = async (/** @type {'waiting' | 'refused'} */ which) =>
        (await outbox[which]()).filter(({ type, data }) => type === TYPE && data.session === session);

    const show = () => {
        rows.forEach((row) => showLine(row, /** @type {Line} */ (lines.get(dataOf(row, 'trainee')))));
        for (const [state, count] of Object.entries(counted([...lines.values()]))) {
            const tag = find(`[data-count="${state}"]`);
            setText(tag, message(`count-${state}`, { count }));
            tag.hidden = state === 'undecided' && count === 0;
        }
    };

    const showUnsent = async () => {
        const [waiting, refused] = await Promise.all([mine('waiting'), mine('refused')]);
        tell('[data-unsent]', waiting.length && message('unsent', { count: waiting.length }));
        tell('[data-refused]', refused.length && message('refused', { count: refused.length }));
    };

    /** What the server knows, and on top of it what it has not been told yet. */
    const refresh = async () => {
        /** @type {{now: string, trainees: Known[]}} */
        const { now, trainees } = await http.json('GET', `/api/attendance/sessions/${session}`);
        onServerTime(Date.parse(now));
        trainees.filter(({ id }) => lines.has(id)).forEach((known) => lines.set(known.id, lineOf(known)));
        await applyWaiting();
        show();
    };

    const applyWaiting = async () => {
        for (const tap of /** @type {Tap[]} */ (/** @type {unknown} */ (await mine('waiting')))) {
            apply(tap);
        }
    };

    /** @param {Tap} tap */
    const apply = (tap) => {
        const line = lines.get(tap.data.trainee);
        if (line) {
            lines.set(tap.data.trainee, tapped(line, tap));
        }
    };

    /** @param {HTMLElement} row @param {HTMLFormElement} form @param {HTMLElement | null} button */
    const tap = async (row, form, button) => {
        const mark = button?.dataset.do ?? 'in';
        const trainee = dataOf(row, 'trainee');
        const entry = lines.get(trainee)?.entry;
        const data = { session, trainee, mark, ...(mark === 'undo' && { entry }) };
        const at = new Date(clock.now()).toISOString();
        const id = await record(TYPE, data, { about: dataOf(row, 'name') }).catch((fault) => {
            sendForm(form, button);
            throw fault;
        });
        apply({ id, at, data: { trainee, mark } });
        show();
    };

    for (const row of rows) {
        row.addEventListener('submit', (event) => {
            event.preventDefault();
            const { submitter, target } = /** @type {SubmitEvent} */ (event);
            const [form, button] = /** @type {[HTMLFormElement, HTMLElement | null]} */ ([target, submitter]);
            tap(row, form, button).catch((fault) => console.warn('not recorded:', fault));
        });
    }
    startFinding(rows);
    document.addEventListener('tianbo:outbox', showUnsent);
    showUnsent();
    const look = () => {
        refresh().catch((fault) => console.warn('list:', fault.message)).finally(() => clock.after(LOOK_AGAIN_MS, look));
    };
    applyWaiting().then(look);
}

/** @param {HTMLElement} row @param {Line} line */
function showLine(row, line) {
    const { state, at, entry } = line;
    const waits = String(line.waits);
    if (row.dataset.state !== state || row.dataset.entry !== entry || row.dataset.waits !== waits || at) {
        setText(find('[data-says]', row), message(shownAs(line), { time: at ? timeOf(Date.parse(at)) : '' }));
    }
    row.dataset.state = state;
    row.dataset.entry = entry;
    row.dataset.waits = waits;
    const shown = { undo: entry !== '', out: state === 'in', in: state === 'absent' };
    for (const [mark, visible] of Object.entries(shown)) {
        findAll(`[data-do="${mark}"]`, row).forEach((button) => {
            button.hidden = !visible;
        });
    }
}

/** @param {string} selector @param {string | 0} words */
function tell(selector, words) {
    const box = find(selector);
    box.hidden = !words;
    setText(box, words || '');
}

/** @param {HTMLElement[]} rows */
function startFinding(rows) {
    const field = /** @type {HTMLInputElement} */ (find('#find'));
    field.addEventListener('input', () => {
        const words = field.value.trim().toLowerCase();
        rows.forEach((row) => {
            row.hidden = !dataOf(row, 'name').toLowerCase().includes(words);
        });
    });
}
