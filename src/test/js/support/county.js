import { Refusal, Unreachable } from '#js/app/http.js';

/**
 * A server that accepts what it is sent, as the test wants.
 *
 * @typedef {{id: string, at: string, type: string, data: {lesson: string}}} SentRecord
 */
export function County() {
    this.connected = true;
    this.signedIn = 'chunmei';
    /** @type {SentRecord[]} */
    this.taken = [];
    /** @type {number[]} sizes of the calls */
    this.calls = [];
    /** @type {Error | undefined} */
    this.fault = undefined;
    /** @type {string | undefined} */
    this.device = undefined;
    this.json = async (/** @type {string} */ _method, /** @type {string} */ path, /** @type {any} */ request) => {
        if (!this.connected) {
            throw new Unreachable('no network');
        }
        if (this.fault) {
            throw this.fault;
        }
        return path === '/api/me' ? { id: this.signedIn } : this.sync(request.json);
    };
    this.sync = (/** @type {{device: string, records: SentRecord[]}} */ { device, records }) => {
        this.device = device;
        this.calls.push(records.length);
        if (records.some(({ data }) => data.lesson === 'spoils')) {
            throw new Refusal(422, {});
        }
        return { results: records.map((record) => this.settle(record)) };
    };
    /** @type {(record: SentRecord) => {id: string, status: string, code?: string}} */
    this.settle = (record) => {
        const { id, at, data } = record;
        if (data.lesson === 'refused') {
            return { id, status: 'rejected', code: 'learning.unknown-lesson' };
        }
        if (Math.abs(Date.parse(at) - Date.parse('2026-05-04T08:00:00Z')) > 400 * 86_400_000) {
            return { id, status: 'rejected', code: 'learning.time-out-of-range' };
        }
        const repeated = this.taken.some((one) => one.id === id);
        if (!repeated) {
            this.taken.push(record);
        }
        return { id, status: repeated ? 'duplicate' : 'accepted' };
    };
    this.lessons = () => this.taken.map(({ data }) => data.lesson);
}
