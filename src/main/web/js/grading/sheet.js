/**
 * What the mentor has written, as the page knows it now; the server's view of it lies beside.
 *
 * @typedef {{id: string, fromMs: number, toMs: number | null, criterion: string, kind: 'well-done' | 'change' | 'rule-broken', words: string}} Moment
 * @typedef {{broken: boolean, atMs: number | null, rule: string | null}} Compliance
 * @typedef {{marks: Record<string, number>, compliance: Compliance | null, moments: Moment[], keep: string[], change: string | null, nothingToChange: string | null}} Draft
 * @typedef {{keep: string[], change: string | null}} Highlights
 * @typedef {{id: string, attempt: string, state: string, version: number, score: number | null, savedAt: string | null, leaseUntil: string | null, draft: Draft, missing: string[], highlights: Highlights}} Review
 */

export class Sheet extends EventTarget {
    /** @param {Review} review */
    constructor(review) {
        super();
        this.review = review;
        this.draft = structuredCopy(review.draft);
    }

    /** Changes the draft; whoever shows or saves it is told. @param {(draft: Draft) => void} edit */
    write(edit) {
        edit(this.draft);
        this.dispatchEvent(new Event('written'));
        this.tell();
    }

    /** The server answered a save; what was written meanwhile stays. @param {Review} review */
    answered(review) {
        this.review = review;
        this.tell();
    }

    /** Takes a draft that was written elsewhere. @param {Draft} draft */
    replace(draft) {
        this.draft = structuredCopy(draft);
        this.tell();
    }

    /** Everything that shows the sheet looks again. */
    tell() {
        this.dispatchEvent(new Event('changed'));
    }

    /** @param {string | null} id @returns {Moment | undefined} */
    moment(id) {
        return this.draft.moments.find((moment) => moment.id === id);
    }

    /** @returns {Moment[]} in the order of the recording */
    inOrder() {
        return [...this.draft.moments].sort((one, other) => one.fromMs - other.fromMs);
    }

    /** Adds a moment. @param {Moment} moment */
    add(moment) {
        this.write(({ moments }) => moments.push(moment));
    }

    /** Takes a moment out, also from what was chosen. @param {string} id */
    drop(id) {
        this.write((draft) => {
            draft.moments = draft.moments.filter((moment) => moment.id !== id);
            draft.keep = draft.keep.filter((kept) => kept !== id);
            draft.change = draft.change === id ? null : draft.change;
        });
    }

    /** A moment whose kind changed may no longer stand where it was chosen. */
    tidy() {
        const { draft } = this;
        draft.keep = draft.keep.filter((id) => this.moment(id)?.kind === 'well-done');
        if (draft.change && !['change', 'rule-broken'].includes(this.moment(draft.change)?.kind)) {
            draft.change = null;
        }
    }
}

/** @template T @param {T} value @returns {T} */
export function structuredCopy(value) {
    return JSON.parse(JSON.stringify(value));
}

/** Whether two drafts say the same. @param {Draft} one @param {Draft} other */
export function same(one, other) {
    return canonical(one) === canonical(other);
}

/** @param {any} value @returns {string} */
function canonical(value) {
    return JSON.stringify(value, (_, member) =>
        member && typeof member === 'object' && !Array.isArray(member)
            ? Object.fromEntries(Object.entries(member).sort(([one], [other]) => (one < other ? -1 : 1)))
            : member,
    );
}
