/**
 * What the mentor has written, as it is on the page, and the review as the server last returned it.
 *
 * @typedef {{id: string, fromMs: number, toMs: number | null, criterion: string, kind: 'well-done' | 'change' |
 *     'rule-broken', words: string}} Moment
 * @typedef {{broken: boolean, atMs: number | null, rule: string | null}} Compliance
 * @typedef {{marks: Record<string, number>, compliance: Compliance | null, moments: Moment[], keep: string[], change:
 *     string | null, nothingToChange: string | null}} Draft
 * @typedef {{keep: string[], change: string | null}} Highlights
 * @typedef {{id: string, attempt: string, state: string, version: number, score: number | null, savedAt: string | null,
 *     leaseUntil: string | null, draft: Draft, missing: string[], highlights: Highlights,
 *     rubricVersion?: string | null}} Review
 */

/** Kinds of moments that name something to change. */
export const TO_CHANGE = ['change', 'rule-broken'];

export class DraftModel extends EventTarget {
    /** @param {Review} review */
    constructor(review) {
        super();
        this.review = review;
        this.content = copyOf(review.draft);
    }

    /** Changes the draft, and notifies whatever shows or saves it. @param {(draft: Draft) => void} edit */
    write(edit) {
        edit(this.content);
        this.dispatchEvent(new Event('written'));
        this.changed();
    }

    /** Takes the server's response to a save; what was written meanwhile stays. @param {Review} review */
    saved(review) {
        this.review = review;
        this.changed();
    }

    /** Takes a draft that was written elsewhere. @param {Draft} draft */
    replace(draft) {
        this.content = copyOf(draft);
        this.changed();
    }

    /** Notifies everything that shows the draft. */
    changed() {
        this.dispatchEvent(new Event('changed'));
    }

    /** @param {string | null} id @returns {Moment | undefined} */
    moment(id) {
        return this.content.moments.find((moment) => moment.id === id);
    }

    /** @returns {Moment[]} in the order of the recording */
    inOrder() {
        return [...this.content.moments].sort((one, other) => one.fromMs - other.fromMs);
    }

    /** Adds a moment. @param {Moment} moment */
    add(moment) {
        this.write(({ moments }) => moments.push(moment));
    }

    /** Removes a moment, also from the chosen ones. @param {string} id */
    drop(id) {
        this.write((draft) => {
            draft.moments = draft.moments.filter((moment) => moment.id !== id);
            draft.keep = draft.keep.filter((other) => other !== id);
            draft.change = draft.change === id ? null : draft.change;
        });
    }

    /** Removes from the chosen moments those whose kind no longer fits. */
    tidy() {
        const draft = this.content;
        draft.keep = draft.keep.filter((id) => this.moment(id)?.kind === 'well-done');
        if (draft.change && !TO_CHANGE.includes(this.moment(draft.change)?.kind ?? '')) {
            draft.change = null;
        }
    }
}

/** @template T @param {T} value @returns {T} */
export function copyOf(value) {
    return JSON.parse(JSON.stringify(value));
}

/** Whether two drafts have the same content. @param {Draft} one @param {Draft} other */
export function same(one, other) {
    return canonical(one) === canonical(other);
}

/**
 * Merges the drafts of two windows: my answers where I gave one; all moments, mine where both changed the same one.
 *
 * @param {Draft} mine
 * @param {Draft} theirs
 * @returns {Draft}
 */
export function merged(mine, theirs) {
    const own = new Set(mine.moments.map(({ id }) => id));
    const moments = [...mine.moments, ...theirs.moments.filter(({ id }) => !own.has(id))];
    const kindOf = (/** @type {string | null} */ id) => moments.find((moment) => moment.id === id)?.kind;
    return {
        marks: { ...theirs.marks, ...mine.marks },
        compliance: mine.compliance ?? theirs.compliance,
        moments,
        nothingToChange: mine.nothingToChange ?? theirs.nothingToChange,
        keep: mine.keep.length ? mine.keep : theirs.keep.filter((id) => kindOf(id) === 'well-done'),
        change: mine.change ?? (TO_CHANGE.includes(kindOf(theirs.change) ?? '') ? theirs.change : null),
    };
}

/** The same JSON for the same content, whatever the order of members. @param {Draft} value @returns {string} */
function canonical(value) {
    return JSON.stringify(value, (_, member) =>
        member && typeof member === 'object' && !Array.isArray(member)
            ? Object.fromEntries(Object.entries(member).sort(([one], [other]) => (one < other ? -1 : 1)))
            : member,
    );
}
