/**
 * The score of each criterion, and compliance: radio buttons, the sentence of the chosen level, and the total so far.
 */

import { dataOf, find, findAll, make } from '../app/dom.js';
import { playTime } from '../app/format.js';

const BEST = 5;

/**
 * @param {HTMLElement} page
 * @param {import('./player.js').Player} player
 * @param {import('./draft.js').DraftModel} draft
 */
export function startScores(page, player, draft) {
    const form = /** @type {HTMLFormElement} */ (find('[data-scores]', page));
    const criteria = /** @type {HTMLFieldSetElement[]} */ (findAll('[data-criterion]', form));
    let here = criteria[0];
    form.addEventListener('submit', (event) => event.preventDefault());
    form.addEventListener('focusin', ({ target }) => {
        const field = /** @type {HTMLFieldSetElement | null} */ (/** @type {HTMLElement} */ (target).closest('[data-criterion]'));
        goTo(field ?? here);
    });
    form.addEventListener('change', ({ target }) => {
        const input = /** @type {HTMLInputElement} */ (target);
        const criterion = input.closest('fieldset')?.dataset.criterion;
        if (criterion) {
            draft.write(({ marks }) => (marks[criterion] = Number(input.value)));
        }
    });
    compliance(form, player, draft);
    draft.addEventListener('changed', () => show(form, criteria, draft));
    draft.addEventListener('changed', () => showHighlights(page, draft));

    /** @param {HTMLFieldSetElement} criterion */
    function goTo(criterion) {
        here = criterion;
        criteria.forEach((one) => one.classList.toggle('here', one === here));
    }

    /** @param {number} step @returns {boolean} whether there was one to go to */
    function move(step) {
        const next = criteria[criteria.indexOf(here) + step];
        if (next) {
            const radio = /** @type {HTMLInputElement} */ (next.querySelector('input:checked') ?? next.querySelector('input'));
            radio.focus({ preventScroll: true });
            next.scrollIntoView({ block: 'nearest' });
        }
        return Boolean(next);
    }

    return {
        move,
        /** Scores the present criterion and moves to the next. @param {number} level */
        score(level) {
            if (!here.disabled) {
                draft.write(({ marks }) => (marks[dataOf(here, 'criterion')] = level));
                if (!move(1)) {
                    find('input:checked', here).focus();
                }
            }
        },
    };
}

/**
 * @param {HTMLFormElement} form
 * @param {import('./player.js').Player} player
 * @param {import('./draft.js').DraftModel} draft
 */
function compliance(form, player, draft) {
    const field = find('[data-compliance]', form);
    const rule = /** @type {HTMLSelectElement} */ (find('[name=rule]', field));
    field.addEventListener('change', () => {
        const broken = /** @type {HTMLInputElement | null} */ (field.querySelector('[name=broken]:checked'))?.value === 'yes';
        draft.write((content) => {
            const atMs = broken ? (content.compliance?.atMs ?? notedAt(draft) ?? player.ms) : null;
            content.compliance = { broken, atMs, rule: (broken && rule.value) || null };
        });
    });
    find('[data-broken-here]', field).addEventListener('click', () =>
        draft.write((content) => {
            content.compliance = { broken: true, rule: rule.value || null, atMs: player.ms };
        }),
    );
}

/** When a rule was broken, if the mentor has noted it. @param {import('./draft.js').DraftModel} draft */
function notedAt(draft) {
    return draft.inOrder().find(({ kind }) => kind === 'rule-broken')?.fromMs;
}

/**
 * @param {HTMLFormElement} form
 * @param {HTMLFieldSetElement[]} criteria
 * @param {import('./draft.js').DraftModel} draft
 */
function show(form, criteria, draft) {
    let points = 0;
    let left = 0;
    for (const field of criteria) {
        const level = draft.content.marks[dataOf(field, 'criterion')];
        const words = find('p', field);
        field.querySelectorAll('input').forEach((radio) => (radio.checked = Number(radio.value) === level));
        const chosen = /** @type {HTMLInputElement | null} */ (field.querySelector('input:checked'));
        words.textContent = chosen?.dataset.sentence ?? words.dataset.sentence ?? '';
        points += Number(field.dataset.weight) * (level ?? 0);
        left += level === undefined ? 1 : 0;
    }
    const toScore = find('[data-left]', form);
    toScore.hidden = !left;
    toScore.textContent = dataOf(toScore, 'left').replace('#', String(left));
    find('[data-score]', form).textContent = left === criteria.length ? '–' : String(Math.round(points / BEST));
    showCompliance(find('[data-compliance]', form), draft.content.compliance);
}

/** @param {HTMLElement} field @param {import('./draft.js').Compliance | null} compliance */
function showCompliance(field, compliance) {
    for (const radio of /** @type {HTMLInputElement[]} */ (findAll('[name=broken]', field))) {
        radio.checked = compliance !== null && (radio.value === 'yes') === compliance.broken;
    }
    find('[data-where]', field).hidden = !compliance?.broken;
    find('[data-broken-at]', field).textContent = compliance?.atMs == null ? '–:––' : playTime(compliance.atMs);
    /** @type {HTMLSelectElement} */ (find('[name=rule]', field)).value = compliance?.rule ?? '';
}

/**
 * What the trainee sees first: chosen by the mentor, or else by the server.
 *
 * @param {HTMLElement} page
 * @param {import('./draft.js').DraftModel} draft
 */
function showHighlights(page, draft) {
    const { keep, change } = draft.review.highlights;
    const first = find('[data-shown-change]', page);
    first.textContent = draft.moment(change)?.words || dataOf(first, 'none');
    const list = find('[data-shown-keep]', page);
    const words = keep.map((id) => draft.moment(id)?.words).filter(Boolean);
    list.replaceChildren(...(words.length ? words : [dataOf(list, 'none')]).map((text) => make('li', { textContent: text })));
}
