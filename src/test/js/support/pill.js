import { createSyncStatus } from '#js/app/sync-status.js';

/** The status pill of the page that is open, and its outbox. @param {import('./fake-clock.js').FakeClock} clock */
export function startPill(clock) {
    const syncStatus = createSyncStatus(clock);
    syncStatus.start();
    return {
        syncStatus,
        /** @param {Partial<import('#js/app/outbox.js').Status>} [counts] */
        outbox: (counts = {}) => syncStatus.setOutbox({ waiting: 0, refused: 0, clock: 0, ...counts }),
    };
}
