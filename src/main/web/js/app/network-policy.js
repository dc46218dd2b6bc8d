/**
 * Whether bytes may be sent or fetched now: the network's state, and the trainee's Wi-Fi-only switch.
 *
 * @typedef {{type?: string, saveData?: boolean}} Connection as some browsers report it
 * @typedef {'free' | 'offline' | 'wifi-awaited'} Allowance
 *
 * @typedef {object} Ports
 * @property {() => boolean} isOnline
 * @property {Connection} [connection]
 * @property {(key: string) => Promise<unknown>} setting undefined until it was set
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

    /** Whether the browser says that the network costs nothing; most say nothing. */
    get isUnmetered() {
        return ['wifi', 'ethernet'].includes(this.#ports.connection?.type ?? '');
    }

    /** @returns {Promise<boolean>} */
    async wifiOnly() {
        return Boolean((await this.#ports.setting(WIFI_ONLY)) ?? this.#ports.connection?.saveData);
    }

    /** @param {boolean} only */
    setWifiOnly(only) {
        this.#allowedNow = false;
        return this.#ports.putSetting(WIFI_ONLY, only);
    }

    /** Allows this page to use any network, after the person has seen the megabytes and agreed. */
    allowNow() {
        this.#allowedNow = true;
    }

    /** @returns {Promise<Allowance>} */
    async transferAllowed() {
        if (!this.isOnline) {
            return 'offline';
        }
        // Most browsers do not report the kind of network; then Wi-Fi-only means that the person must agree first.
        return this.isUnmetered || this.#allowedNow || !(await this.wifiOnly()) ? 'free' : 'wifi-awaited';
    }
}
