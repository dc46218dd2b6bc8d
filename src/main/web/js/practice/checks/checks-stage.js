/** In front of the camera: the published checklist, measured where this phone can. It never keeps anybody from going on. */

import { clock } from '../../app/clock.js';
import { find, findAll, hasMessage, message, setText } from '../../app/dom.js';
import { listen } from '../signals/microphone.js';
import { watchPicture } from '../signals/camera-pictures.js';
import { pictureOf, soundOf, verdictOf } from './verdict.js';
import { PROBE_BYTES, probeNetwork } from './network-probe.js';

const STAGE = 'checks';
/** The last pictures of so many, two a second, are judged together. */
const PICTURES = 6;
/** The room alone first, then the voice; both are shown as they come. */
const LISTENS_MS = 8_000;

export class ChecksStage {
    #root;
    #stage;
    #ports;
    /** @type {(() => void)[]} */
    #ends = [];
    /** @type {Record<string, number | undefined>} by reading */
    #values = {};

    /**
     * @param {HTMLElement} root the camera's page
     * @param {import('../ports.js').Ports} ports
     * @param {(stage: string) => void} show
     */
    constructor(root, ports, show) {
        this.#root = root;
        this.#stage = find(`[data-stage="${STAGE}"]`, root);
        this.#ports = ports;
        find('[data-do="check"]', root).addEventListener('click', () => {
            show(STAGE);
            this.#measure();
        });
        find('[data-do="checked"]', root).addEventListener('click', () => show('ready'));
        find('[data-do="check-network"]', root).addEventListener('click', () => this.#network());
        setText(find('[data-probe-cost]', root), message('probe-cost', { mb: (PROBE_BYTES / 1_000_000).toFixed(1) }));
        // Listening and looking end as soon as another stage is shown.
        new MutationObserver(() => root.dataset.now !== STAGE && this.#end()).observe(root, { attributeFilter: ['data-now'] });
    }

    #end() {
        this.#ends.splice(0).forEach((end) => end());
    }

    async #measure() {
        this.#end();
        this.#values = {};
        this.#show();
        const video = /** @type {HTMLVideoElement} */ (find('[data-preview]', this.#root));
        /** @type {import('../signals/picture-meter.js').PictureReading[]} */
        const pictures = [];
        this.#ends.push(watchPicture(video, (reading) => {
            pictures.push(reading);
            this.#learn(pictureOf(pictures.slice(-PICTURES)));
        }));
        this.#listen();
        this.#device();
        if ((await this.#ports.network.transferAllowed()) === 'free' && !isPaid()) {
            this.#network();
        }
    }

    /** With the browser's own levelling on, a level says nothing: the microphone is opened once more without it. */
    async #listen() {
        const raw = { autoGainControl: false, noiseSuppression: false, echoCancellation: false };
        const stream = await navigator.mediaDevices.getUserMedia({ audio: raw }).catch((fault) => {
            console.warn('the microphone cannot be measured:', fault);
            return undefined;
        });
        const settings = stream?.getAudioTracks()[0]?.getSettings();
        const close = () => stream?.getTracks().forEach((track) => track.stop());
        if (!stream || settings?.autoGainControl || settings?.noiseSuppression || this.#root.dataset.now !== STAGE) {
            close();
            return;
        }
        /** @type {import('../signals/sound-meter.js').SoundReading[]} */
        const readings = [];
        const microphone = await listen(stream, this.#root.dataset.voice ?? '', clock, {
            onReading: (reading) => {
                readings.push(reading);
                this.#learn(soundOf(readings));
            },
        });
        const end = () => {
            microphone?.close();
            close();
        };
        this.#ends.push(end, clock.after(LISTENS_MS, end));
    }

    async #device() {
        const { quota, usage } = (await navigator.storage?.estimate?.()) ?? {};
        if (quota !== undefined) {
            this.#learn({ storage_mb: (quota - (usage ?? 0)) / 1_000_000 });
        }
        const battery = await /** @type {any} */ (navigator).getBattery?.();
        if (battery) {
            this.#learn({ battery: battery.charging ? 100 : Math.round(battery.level * 100) });
        }
    }

    async #network() {
        const button = /** @type {HTMLButtonElement} */ (find('[data-do="check-network"]', this.#root));
        button.disabled = true;
        this.#learn(await probeNetwork({
            send: (bytes, timeoutMs) => this.#ports.api.probe(bytes, timeoutMs),
            now: () => clock.elapsed(),
        }));
        button.disabled = false;
    }

    /** @param {Record<string, number | undefined>} values */
    #learn(values) {
        Object.assign(this.#values, values);
        this.#show();
    }

    #show() {
        for (const item of findAll('[data-reading]', this.#stage)) {
            const { reading = '', atLeast, atMost, poor } = item.dataset;
            const number = (/** @type {string | undefined} */ text) => (text ? Number(text) : undefined);
            const verdict = verdictOf(this.#values[reading], { atLeast: number(atLeast), atMost: number(atMost), poor: number(poor) });
            item.dataset.verdict = verdict;
            setText(find('[data-verdict-word]', item), message(`check-${verdict}`));
            const value = this.#values[reading];
            const shown = value !== undefined && !Number.isNaN(value) && hasMessage(`unit-${reading}`);
            setText(find('[data-value]', item), shown ? message(`unit-${reading}`, { n: Math.round(/** @type {number} */ (value)) }) : '');
            find('[data-fix]', item).hidden = verdict === 'good' || verdict === 'unknown';
        }
    }
}

/** Mobile data, as far as the browser tells. */
function isPaid() {
    const { connection } = /** @type {any} */ (navigator);
    return connection?.type === 'cellular' || connection?.saveData === true;
}
