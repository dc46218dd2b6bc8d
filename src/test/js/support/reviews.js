/**
 * @param {Partial<import('#js/mentoring/draft.js').Draft>} [content]
 * @returns {import('#js/mentoring/draft.js').Draft}
 */
export function draftOf(content = {}) {
    return { marks: {}, compliance: null, moments: [], keep: [], change: null, nothingToChange: null, ...content };
}

/**
 * @param {string} id
 * @param {Partial<import('#js/mentoring/draft.js').Moment>} [content]
 * @returns {import('#js/mentoring/draft.js').Moment}
 */
export function moment(id, content = {}) {
    return { id, fromMs: 1000, toMs: null, criterion: 'opening', kind: 'well-done', words: `words of ${id}`, ...content };
}

/**
 * @param {Partial<import('#js/mentoring/draft.js').Review>} [content]
 * @returns {import('#js/mentoring/draft.js').Review}
 */
export function reviewOf(content = {}) {
    return {
        id: 'review-1',
        attempt: 'attempt-1',
        state: 'claimed',
        version: 3,
        score: null,
        savedAt: null,
        leaseUntil: null,
        draft: draftOf(),
        missing: [],
        highlights: { keep: [], change: null },
        ...content,
    };
}

/** The browser's localStorage, as far as it is used. @returns {Storage} */
export function memoryStorage() {
    /** @type {Record<string, string>} */
    const storage = {};
    for (const [name, method] of Object.entries({
        getItem: (/** @type {string} */ key) => storage[key] ?? null,
        setItem: (/** @type {string} */ key, /** @type {string} */ value) => (storage[key] = String(value)),
        removeItem: (/** @type {string} */ key) => delete storage[key],
    })) {
        Object.defineProperty(storage, name, { value: method });
    }
    return /** @type {any} */ (storage);
}
