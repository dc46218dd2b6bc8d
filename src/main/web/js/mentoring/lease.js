/** Watching is work too: while the mentor watches, the lease is renewed. */

const EVERY_MS = 20 * 60_000;

export class LeaseRenewal {
    #ports;
    #worked = false;

    /**
     * @param {object} ports
     * @param {string} ports.attempt
     * @param {Pick<import('./review-api.js').ReviewApi, 'claim'>} ports.api
     * @param {Pick<import('./autosave.js').Autosave, 'flush'>} ports.autosave
     * @param {import('../app/clock.js').Clock} ports.clock
     */
    constructor(ports) {
        this.#ports = ports;
    }

    /** Something of the recording was watched. */
    worked() {
        this.#worked = true;
    }

    /** Checks every 20 minutes while the page is open. */
    start() {
        this.#ports.clock.after(EVERY_MS, async () => {
            await this.#renew();
            this.start();
        });
    }

    /** Only when everything is saved: renewing the lease returns the server's draft. */
    async #renew() {
        const { attempt, api, autosave } = this.#ports;
        if (this.#worked && (await autosave.flush())) {
            this.#worked = false;
            await api.claim(attempt).catch((fault) => console.warn('lease not renewed:', fault.message));
        }
    }
}
