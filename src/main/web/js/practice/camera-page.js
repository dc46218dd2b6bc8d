/**
 * `/practice/camera#<attempt>`: one page, the same for all attempts, that the service worker keeps. It takes an attempt from the open
 * camera to the hand-in, with or without network; which stage it is at is read from the shelf, so a reload continues.
 */

import { Air } from './air.js';
import { open, planned, recordedMs } from './attempt.js';
import { bytesFor, CameraFault, closeCamera, hasTwoCameras, openCamera } from './camera.js';
import { wifiOnly } from './connection.js';
import { agreed, copy, fits, samePick } from './gallery.js';
import { Kept } from './kept.js';
import { ask, cameraPage, clock, megabytes, one, say, setText } from './page.js';
import { add, attemptNamed, change, discard } from './shelf.js';

/** @typedef {import('./attempt.js').Attempt} Attempt */

const JUST_BEGUN_MS = 800;

export class CameraPage {
    #root;
    #person;
    #uploader;
    #kept;
    #video;
    /** @type {Attempt} */
    #attempt;
    /** @type {MediaStream | undefined} */
    #stream;
    /** @type {'user' | 'environment'} */
    #facing = 'user';
    /** @type {Air | undefined} */
    #air;
    #starting = false;
    #wifiOnly = false;

    /** @param {HTMLElement} root @param {string} person @param {import('./uploader.js').Uploader} uploader */
    constructor(root, person, uploader) {
        this.#root = root;
        this.#person = person;
        this.#uploader = uploader;
        this.#video = /** @type {HTMLVideoElement} */ (one('[data-preview]', root));
        this.#kept = new Kept(this.#stageNamed('kept'), uploader);
        const deeds = {
            start: () => this.#record(),
            resume: () => this.#record(),
            retry: () => (this.#attempt.picked ? this.#gallery() : this.#openCamera()),
            turn: () => this.#turn(),
            next: () => this.#onceRunning(() => (this.#air?.hasNextStep ? this.#air.nextStep() : this.#askToEnd())),
            stop: () => this.#askToEnd(),
            end: () => this.#askToEnd(),
            gallery: () => this.#gallery(),
            camera: () => this.#cameraInstead(),
        };
        for (const [deed, act] of Object.entries(deeds)) {
            root.querySelectorAll(`[data-do="${deed}"]`).forEach((button) => button.addEventListener('click', act));
        }
        const file = /** @type {HTMLInputElement} */ (one('[data-file]', root));
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
        const attempt = await attemptNamed(id);
        if (!attempt || attempt.deletedAt || attempt.person !== this.#person) {
            this.#show('unknown');
            return;
        }
        this.#attempt = attempt;
        this.#wifiOnly = await wifiOnly();
        if (!open(attempt)) {
            this.#showKept();
        } else if (wish === 'gallery' || attempt.picked) {
            this.#gallery();
        } else {
            await this.#openCamera();
        }
    }

    /** @param {string} name @returns {HTMLElement} */
    #stageNamed(name) {
        return one(`[data-stage="${name}"]`, this.#root);
    }

    /** @param {string} name */
    #show(name) {
        this.#root.dataset.now = name;
        for (const stage of this.#root.querySelectorAll('[data-stage]')) {
            /** @type {HTMLElement} */ (stage).hidden = /** @type {HTMLElement} */ (stage).dataset.stage !== name;
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
        const turn = one('[data-do="turn"]', this.#root);
        /** @type {HTMLElement} */ (turn).hidden = !(await hasTwoCameras());
        this.#ready();
    }

    /** @param {string} reason */
    #blocked(reason) {
        setText(one('[data-reason]', this.#root), say(reason));
        setText(one('[data-advice]', this.#root), say(`${reason}-advice`));
        const begun = this.#attempt.takes.length > 0;
        const stage = this.#stageNamed('blocked');
        /** @type {HTMLElement} */ (one('[data-do="gallery"]', stage)).hidden = begun;
        /** @type {HTMLElement} */ (one('[data-do="end"]', stage)).hidden = !begun;
        this.#show('blocked');
    }

    #ready() {
        const begun = this.#attempt.takes.length > 0;
        if (begun) {
            setText(one('[data-so-far]', this.#root), say('so-far', { time: clock(recordedMs(this.#attempt)) }));
        }
        setText(one('[data-what]', this.#stageNamed('ready')), this.#attempt.plan.title);
        setText(one('[data-a-minute]', this.#root), say(this.#wifiOnly ? 'a-minute-wifi' : 'a-minute', { mb: Math.round(bytesFor(60) / 1_000_000) }));
        this.#show(begun ? 'paused' : 'ready');
    }

    #turn() {
        this.#facing = this.#facing === 'user' ? 'environment' : 'user';
        return this.#openCamera();
    }

    /** A double tap on what begins a take must not also count for the button that appears in its place. @param {() => void} act */
    #onceRunning(act) {
        if (!this.#air || this.#air.takeMs > JUST_BEGUN_MS) {
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
            await this.#goOnAir();
        } finally {
            this.#starting = false;
        }
    }

    async #goOnAir() {
        if (this.#stream?.getTracks().some((track) => track.readyState === 'ended')) {
            await this.#openCamera();
        }
        if (!this.#stream?.active || this.#air) {
            return;
        }
        navigator.storage?.persist?.();
        this.#attempt = (await attemptNamed(this.#attempt.id)) ?? this.#attempt;
        try {
            this.#air = new Air(this.#attempt, this.#stream, this.#stageNamed('air'), this.#uploader, (why) => this.#offAir(why));
        } catch (fault) {
            // Some phones promise a codec and then have no encoder left for it.
            console.error(fault);
            this.#blocked('cannot-record');
            return;
        }
        this.#show('air');
    }

    /** @param {'asked' | 'interrupted' | 'phone-full'} why */
    async #offAir(why) {
        this.#air = undefined;
        this.#attempt = (await attemptNamed(this.#attempt.id)) ?? this.#attempt;
        if (why === 'asked') {
            return;
        }
        one('dialog[data-ask="end"]').close();
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
        if (document.hidden || this.#air || !waiting) {
            return;
        }
        await this.#openCamera();
    }

    async #askToEnd() {
        if (!(await ask('end'))) {
            return;
        }
        await this.#air?.stop();
        closeCamera(this.#stream);
        this.#attempt = (await attemptNamed(this.#attempt.id)) ?? this.#attempt;
        if (this.#attempt.takes.length === 0) {
            await this.#openCamera();
            return;
        }
        await change(this.#attempt.id, (attempt) => {
            attempt.endedAt = new Date().toISOString();
        });
        await this.#showKept();
    }

    async #showKept() {
        this.#attempt = (await attemptNamed(this.#attempt.id)) ?? this.#attempt;
        this.#show('kept');
        this.#kept.show(this.#attempt);
        this.#uploader.poke();
    }

    #gallery() {
        closeCamera(this.#stream);
        const again = this.#attempt.takes.length > 0;
        setText(one('[data-pick]', this.#root), again ? say('pick-again', { name: this.#attempt.picked?.name ?? '' }) : say('pick'));
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
        const found = await agreed(file, this.#stageNamed('gallery'));
        if (!found) {
            return;
        }
        // What a copy that failed has left behind counts.
        this.#attempt = (await attemptNamed(this.#attempt.id)) ?? this.#attempt;
        if (!(await fits(file))) {
            this.#blocked('phone-full');
            return;
        }
        if (!samePick(this.#attempt, file)) {
            await this.#startOver('/gallery');
        }
        const bar = /** @type {HTMLProgressElement} */ (one('progress', this.#stageNamed('copying')));
        bar.max = file.size;
        this.#show('copying');
        try {
            await copy(this.#attempt, file, found, (bytes) => {
                bar.value = bytes;
                setText(one('[data-copied]', this.#root), say('copied-of', { copied: megabytes(bytes), total: megabytes(file.size) }));
            });
        } catch (fault) {
            console.error(fault);
            this.#blocked('phone-full');
            return;
        }
        await this.#showKept();
    }

    /** Another file, or none, instead of the one half copied. @param {string} [how] as the page's address says it */
    async #startOver(how = '') {
        const next = planned(this.#person, this.#attempt.plan);
        await add(next);
        await discard(this.#attempt.id);
        this.#attempt = next;
        history.replaceState(null, '', cameraPage(next.id) + how);
    }
}
