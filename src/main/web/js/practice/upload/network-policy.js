/**
 * Whether bytes may go out now: the network's state, and the trainee's Wi-Fi-only switch.
 *
 * @typedef {{type?: string, saveData?: boolean}} Connection what some browsers say of it
 * @typedef {'free' | 'offline' | 'wifi-awaited'} Allowance
 *
 * @typedef {object} Ports
 * @property {() => boolean} isOnline
 * @property {Connection} [connection]
 * @property {(key: string) => Promise<any>} setting
 * @property {(key: string, value: unknown) => Promise<unknown>} putSetting
 */

const WIFI_ONLY = 'wifi-only';

export class NetworkPolicy {
    #ports;
    #allowedNow = false;

    /** @param {Ports} ports */
    constructor(ports) {
        this.#ports = ports;
    }

    get isOnline() {
        return this.#ports.isOnline();
    }

    /** @returns {Promise<boolean>} */
    async wifiOnly() {
        return (await this.#ports.setting(WIFI_ONLY)) ?? this.#ports.connection?.saveData ?? false;
    }

    /** @param {boolean} only */
    setWifiOnly(only) {
        this.#allowedNow = false;
        return this.#ports.putSetting(WIFI_ONLY, only);
    }

    /** Lets this page send over whatever network there is, once asked with the megabytes in view. */
    allowNow() {
        this.#allowedNow = true;
    }

    /** @returns {Promise<Allowance>} */
    async uploadAllowed() {
        if (!this.isOnline) {
            return 'offline';
        }
        // Most browsers do not say what the network is; then Wi-Fi-only means to ask first.
        const free = ['wifi', 'ethernet'].includes(this.#ports.connection?.type ?? '');
        return free || this.#allowedNow || !(await this.wifiOnly()) ? 'free' : 'wifi-awaited';
    }
}
