/**
 * `/practice/camera#<attempt>`: one page, the same for all attempts, that the service worker keeps. It takes an attempt
 * from the open camera to the hand-in, with or without network; which stage it is at is read from the store, so a
 * reload continues.
 */

import { confirmedIn, find, findAll, message, setText } from '../../app/dom.js';
import { megabytes, minutes } from '../../app/format.js';
import { isOpen, planned, recordedMs } from '../attempt/attempt.js';
import { cameraPage } from '../attempt/links.js';
import { agreed, copy, fits, samePick } from '../gallery/gallery.js';
import { bytesFor, CameraFault, closeCamera, hasTwoCameras, openCamera } from '../recording/camera.js';
import { RecordingSession } from '../recording/recording-session.js';
import { UploadPanel } from './upload-panel.js';

/** @typedef {import('../attempt/attempt.js').Attempt} Attempt */

const JUST_BEGUN_MS = 800;

export class CameraPage {
    #root;
    #practice;
    #store;
    #panel;
    #video;
    /** @type {Attempt} */
    #attempt;
    /** @type {MediaStream | undefined} */
    #stream;
    /** @type {'user' | 'environment'} */
    #facing = 'user';
    /** @type {RecordingSession | undefined} */
    #session;
    #starting = false;
    #wifiOnly = false;

    /** @param {HTMLElement} root @param {import('../ports.js').Practice} practice */
    constructor(root, practice) {
        this.#root = root;
        this.#practice = practice;
        this.#store = practice.store;
        this.#video = /** @type {HTMLVideoElement} */ (find('[data-preview]', root));
        this.#panel = new UploadPanel(this.#stageNamed('kept'), practice);
        const actions = {
            start: () => this.#record(),
            resume: () => this.#record(),
            retry: () => (this.#attempt.picked ? this.#gallery() : this.#openCamera()),
            turn: () => this.#turn(),
            next: () => this.#onceRunning(() => (this.#session?.hasNextStep ? this.#session.nextStep() : this.#askToEnd())),
            'next-product': () => this.#onceRunning(() => this.#session?.nextProduct()),
            stop: () => this.#askToEnd(),
            end: () => this.#askToEnd(),
            gallery: () => this.#gallery(),
            camera: () => this.#cameraInstead(),
        };
        for (const [name, act] of Object.entries(actions)) {
            root.querySelectorAll(`[data-do="${name}"]`).forEach((button) => button.addEventListener('click', act));
        }
        const file = /** @type {HTMLInputElement} */ (find('[data-file]', root));
        file.addEventListener('change', async () => {
            const picked = file.files?.[0];
            // The same file may be picked once more.
            file.value = '';
            await (picked && this.#pick(picked));
        });
        window.addEventListener('hashchange', () => location.reload());
        document.addEventListener('visibilitychange', () => this.#seenAgain());
    }

    async start() {
        const [id, wish] = location.hash.slice(1).split('/');
        const attempt = await this.#store.get(id);
        if (!attempt || attempt.deletedAt || attempt.person !== this.#practice.person) {
            this.#show('unknown');
            return;
        }
        this.#attempt = attempt;
        this.#wifiOnly = await this.#practice.network.wifiOnly();
        if (!isOpen(attempt)) {
            this.#showPanel();
        } else if (wish === 'gallery' || attempt.picked) {
            this.#gallery();
        } else {
            await this.#openCamera();
        }
    }

    /** @param {string} name @returns {HTMLElement} */
    #stageNamed(name) {
        return find(`[data-stage="${name}"]`, this.#root);
    }

    /** @param {string} name */
    #show(name) {
        this.#root.dataset.now = name;
        for (const stage of findAll('[data-stage]', this.#root)) {
            stage.hidden = stage.dataset.stage !== name;
        }
    }

    async #openCamera() {
        this.#show('opening');
        closeCamera(this.#stream);
        try {
            this.#stream = await openCamera(this.#facing);
        } catch (fault) {
            if (!(fault instanceof CameraFault)) {
                throw fault;
            }
            this.#blocked(fault.reason);
            return;
        }
        this.#video.srcObject = this.#stream;
        this.#video.toggleAttribute('data-mirror', this.#facing === 'user');
        const turn = find('[data-do="turn"]', this.#root);
        turn.hidden = !(await hasTwoCameras());
        this.#ready();
    }

    /** @param {string} reason */
    #blocked(reason) {
        setText(find('[data-reason]', this.#root), message(reason));
        setText(find('[data-advice]', this.#root), message(`${reason}-advice`));
        const begun = this.#attempt.takes.length > 0;
        const stage = this.#stageNamed('blocked');
        find('[data-do="gallery"]', stage).hidden = begun;
        find('[data-do="end"]', stage).hidden = !begun;
        this.#show('blocked');
    }

    #ready() {
        const begun = this.#attempt.takes.length > 0;
        if (begun) {
            setText(find('[data-so-far]', this.#root), message('so-far', { time: minutes(recordedMs(this.#attempt)) }));
        }
        setText(find('[data-what]', this.#stageNamed('ready')), this.#attempt.plan.title);
        find('[data-viewers]', this.#root).hidden = !this.#attempt.audience;
        setText(find('[data-a-minute]', this.#root), message(this.#wifiOnly ? 'a-minute-wifi' : 'a-minute', { mb: Math.round(bytesFor(60) / 1_000_000) }));
        this.#show(begun ? 'paused' : 'ready');
    }

    #turn() {
        this.#facing = this.#facing === 'user' ? 'environment' : 'user';
        return this.#openCamera();
    }

    /**
     * A double tap on what begins a take must not also count for the button that appears in its place.
     *
     * @param {() => void} act
     */
    #onceRunning(act) {
        if (!this.#session || this.#session.takeMs > JUST_BEGUN_MS) {
            act();
        }
    }

    /** A second tap may come before the first has had its effect. */
    async #record() {
        if (this.#starting) {
            return;
        }
        this.#starting = true;
        try {
            await this.#startSession();
        } finally {
            this.#starting = false;
        }
    }

    async #startSession() {
        if (this.#stream?.getTracks().some((track) => track.readyState === 'ended')) {
            await this.#openCamera();
        }
        if (!this.#stream?.active || this.#session) {
            return;
        }
        navigator.storage?.persist?.();
        this.#attempt = (await this.#store.get(this.#attempt.id)) ?? this.#attempt;
        try {
            this.#session = new RecordingSession(this.#attempt, this.#stream, this.#stageNamed('air'), this.#practice, (why) => this.#sessionEnded(why));
        } catch (fault) {
            // Some phones promise a codec and then have no encoder left for it.
            console.error(fault);
            this.#blocked('cannot-record');
            return;
        }
        this.#show('air');
    }

    /** @param {'asked' | 'interrupted' | 'phone-full'} why */
    async #sessionEnded(why) {
        this.#session = undefined;
        this.#attempt = (await this.#store.get(this.#attempt.id)) ?? this.#attempt;
        if (why === 'asked') {
            return;
        }
        /** @type {HTMLDialogElement} */ (find('dialog[data-ask="end"]')).close();
        if (why === 'phone-full') {
            this.#blocked('phone-full');
            return;
        }
        if (!document.hidden) {
            await this.#openCamera();
        }
    }

    /** Back from a phone call or another app: the camera was taken away, the recording goes on with one tap. */
    async #seenAgain() {
        const waiting = ['paused', 'ready', 'air'].includes(this.#root.dataset.now ?? '');
        if (document.hidden || this.#session || !waiting) {
            return;
        }
        await this.#openCamera();
    }

    async #askToEnd() {
        if (!(await confirmedIn('end'))) {
            return;
        }
        await this.#session?.stop();
        closeCamera(this.#stream);
        this.#attempt = (await this.#store.get(this.#attempt.id)) ?? this.#attempt;
        if (this.#attempt.takes.length === 0) {
            await this.#openCamera();
            return;
        }
        await this.#store.update(this.#attempt.id, (attempt) => {
            attempt.endedAt = new Date().toISOString();
        });
        await this.#showPanel();
    }

    async #showPanel() {
        this.#attempt = (await this.#store.get(this.#attempt.id)) ?? this.#attempt;
        this.#show('kept');
        this.#panel.show(this.#attempt);
        this.#practice.uploader.poke();
    }

    #gallery() {
        closeCamera(this.#stream);
        const again = this.#attempt.takes.length > 0;
        setText(find('[data-pick]', this.#root), again ? message('pick-again', { name: this.#attempt.picked?.name ?? '' }) : message('pick'));
        this.#show('gallery');
    }

    /** Not onto a half-copied video: that one is still in the gallery, so nothing is lost by forgetting the half. */
    async #cameraInstead() {
        if (this.#attempt.picked) {
            await this.#startOver();
        }
        await this.#openCamera();
    }

    /** @param {File} file */
    async #pick(file) {
        const found = await agreed(file, this.#stageNamed('gallery'), await this.#practice.network.wifiOnly());
        if (!found) {
            return;
        }
        // What a copy that failed has left behind counts.
        this.#attempt = (await this.#store.get(this.#attempt.id)) ?? this.#attempt;
        if (!(await fits(file))) {
            this.#blocked('phone-full');
            return;
        }
        if (!samePick(this.#attempt, file)) {
            await this.#startOver('/gallery');
        }
        const bar = /** @type {HTMLProgressElement} */ (find('progress', this.#stageNamed('copying')));
        bar.max = file.size;
        this.#show('copying');
        try {
            await copy(this.#attempt, file, found, this.#store, (bytes) => {
                bar.value = bytes;
                setText(find('[data-copied]', this.#root), message('copied-of', { copied: megabytes(bytes), total: megabytes(file.size) }));
            });
        } catch (fault) {
            console.error(fault);
            this.#blocked('phone-full');
            return;
        }
        await this.#showPanel();
    }

    /** Another file, or none, instead of the one half copied. @param {string} [how] as the page's address says it */
    async #startOver(how = '') {
        const next = planned(this.#practice.person, this.#attempt.plan, this.#attempt.audience);
        await this.#store.add(next);
        await this.#store.forget(this.#attempt.id);
        this.#attempt = next;
        history.replaceState(null, '', cameraPage(next.id) + how);
    }
}
