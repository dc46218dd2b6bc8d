/**
 * @typedef {import('#js/app/outbox.js').SyncRecord} SyncRecord
 * @typedef {import('#js/app/outbox-store.js').OutboxStore} OutboxStore
 */

/**
 * The phone's disk, as long as the test runs; two pages of one phone share it.
 *
 * @implements {OutboxStore}
 */
export class MemoryOutboxStore {
    /** @type {Map<string, SyncRecord>} */
    outbox = new Map();
    /** @type {Map<string, SyncRecord>} */
    aside = new Map();
    /** @type {SyncRecord[]} */
    done = [];
    /** @type {string | undefined} */
    #device;

    async add(/** @type {SyncRecord} */ record) {
        this.outbox.set(record.id, record);
    }

    waiting = async (/** @type {string} */ person) => [...this.outbox.values()].filter((one) => one.person === person);

    refused = async (/** @type {string} */ person) => [...this.aside.values()].filter((one) => one.person === person);

    async settle(/** @type {string} */ _person, /** @type {SyncRecord[]} */ taken, /** @type {SyncRecord[]} */ refused) {
        refused.forEach((one) => this.aside.set(one.id, one));
        [...taken, ...refused].forEach(({ id }) => this.outbox.delete(id));
        this.done.push(...taken);
    }

    async requeue(/** @type {string[]} */ ids, /** @type {string | undefined} */ at = undefined) {
        for (const id of ids) {
            const found = this.aside.get(id);
            if (found) {
                const { code, ...one } = found;
                this.outbox.set(id, { ...one, at: at ?? one.at });
                this.aside.delete(id);
            }
        }
    }

    device = async (/** @type {string} */ made) => (this.#device ??= made);
}
