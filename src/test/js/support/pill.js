let pages = 0;

/**
 * The status pill's module as a page loads it: of each page its own.
 *
 * @returns {Promise<typeof import('#js/app/sync-status.js')>}
 */
export function pillOfNewPage() {
    return import(`../../../main/web/js/app/sync-status.js?page=${pages++}`);
}

/** Tells the page what its outbox holds. @param {Partial<import('#js/app/outbox.js').Status>} [counts] */
export function countOutbox(counts = {}) {
    const detail = { waiting: 0, refused: 0, clock: 0, ...counts };
    document.dispatchEvent(new CustomEvent('tianbo:outbox', { detail }));
}
