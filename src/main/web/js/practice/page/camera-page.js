/**
 * `/practice/camera#<attempt>`: one page for all attempts, stored by the service worker. It leads an attempt from the
 * open camera to the hand-in, with or without network. Its stage is read from the attempt store, so a reload continues.
 */

import { confirmedIn, find, message, setText } from '../../app/dom.js';
import { megabytes } from '../../app/format.js';
import { oneAtATime } from '../../app/one-at-a-time.js';
import { isOpen, planned } from '../attempt/attempt.js';
import { cameraPage } from '../attempt/links.js';
import { ChecksStage } from '../checks/checks-stage.js';
import { agreed, copy, fits, onPick, samePick } from '../gallery/gallery.js';
import { CameraFault } from '../recording/camera.js';
import { countDown } from '../recording/countdown.js';
import { holdRecorder, isFree } from '../recording/one-recorder.js';
import { RecordingSession } from '../recording/recording-session.js';
import { CameraPreview } from './camera-preview.js';
import { followTaps } from './host-taps.js';
import { settleLost } from './lost-seconds.js';
import { showReady } from './ready-stage.js';
import { showStage, stageNamed } from './stages.js';
import { lookingBack, UploadPanel } from './upload-panel.js';
import { chooseSoundOnly, showReason } from './without-picture.js';

/** @typedef {import('../attempt/attempt.js').Attempt} Attempt */

const DOUBLE_TAP_MS = 800;

export class CameraPage {
    #root;
    #ports;
    #store;
    #panel;
    #camera;
    #attempt;
    /** @type {RecordingSession | undefined} */
    #session;
    /** After a take: the camera is open again, or it is said why not. @type {Promise<void> | undefined} */
    #afterTake;
    /** Lets another page record. @type {(() => void) | undefined} */
    #letGo;
    #wifiOnly = false;

    /** @param {HTMLElement} root @param {import('../ports.js').Ports} ports @param {Attempt} attempt */
    constructor(root, ports, attempt) {
        this.#root = root;
        this.#attempt = attempt;
        this.#ports = ports;
        this.#store = ports.store;
        this.#camera = new CameraPreview(root);
        this.#panel = new UploadPanel(stageNamed(root, 'upload'), ports);
        new ChecksStage(root, ports, (stage) => this.#show(stage));
        const notInvited = find('[data-not-invited]', root);
        const actions = {
            start: () => this.#record(),
            resume: () => this.#record(),
            retry: () => (this.#attempt.picked ? this.#gallery() : this.#openCamera()),
            turn: () => this.#turn(),
            next: () => this.#onceRunning(() => (this.#session?.hasNextStep ? this.#session.nextStep() : this.#confirmEnd())),
            pace: () => this.#session?.switchPace(),
            unpin: () => this.#session?.unpin(),
            'sound-again': () => this.#session?.interrupt(),
            'next-product': () => this.#onceRunning(() => this.#session?.nextProduct()),
            stop: () => this.#confirmEnd(),
            end: () => this.#confirmEnd(),
            gallery: () => this.#gallery(),
            invite: () => lookingBack(root).then(({ invite }) => invite(root, ports, this.#attempt), () => (notInvited.hidden = false)),
            camera: () => this.#cameraInstead(),
            'sound-only': () => this.#soundOnly(true),
            'with-picture': () => this.#soundOnly(false),
        };
        for (const [name, act] of Object.entries(actions)) {
            const tapped = oneAtATime(act);
            root.querySelectorAll(`[data-do="${name}"]`).forEach((button) => button.addEventListener('click', tapped));
        }
        followTaps(stageNamed(root, 'recording'), () => this.#session, DOUBLE_TAP_MS);
        onPick(root, (file) => this.#pick(file));
        document.addEventListener('visibilitychange', () => this.#onVisible());
    }

    /** @param {boolean} inGallery */
    async start(inGallery) {
        this.#wifiOnly = await this.#ports.network.wifiOnly();
        if (!isOpen(this.#attempt)) {
            this.#showPanel();
        } else if (inGallery || this.#attempt.picked) {
            this.#gallery();
        } else {
            await this.#openCamera();
        }
    }

    /** @param {string} name */
    #show(name) {
        showStage(this.#root, name);
    }

    async #openCamera() {
        this.#show('opening');
        try {
            await this.#camera.open(this.#attempt.soundOnly);
        } catch (fault) {
            if (!(fault instanceof CameraFault)) {
                throw fault;
            }
            this.#blocked(fault.reason);
            return;
        }
        showReady(this.#root, this.#attempt, this.#wifiOnly);
    }

    /** To the other camera. While it records, this take ends there and the next one begins at once. */
    async #turn() {
        this.#camera.turn();
        if (!this.#session) {
            return this.#openCamera();
        }
        await this.#session.interrupt();
        await this.#afterTake;
        // Turned within the first moments, nothing of the take is there yet.
        if (['paused', 'ready'].includes(this.#root.dataset.now ?? '')) {
            await this.#startSession();
        }
    }

    /** @param {boolean} wanted */
    async #soundOnly(wanted) {
        this.#attempt = await chooseSoundOnly(this.#store, this.#attempt, wanted);
        await this.#openCamera();
    }

    /** @param {string} reason */
    #blocked(reason) {
        showReason(this.#root, reason, this.#attempt);
        this.#show('blocked');
    }

    /**
     * A double tap on the button that begins a take must not also press the button that appears in its place.
     *
     * @param {() => unknown} act
     */
    #onceRunning(act) {
        return (!this.#session || this.#session.takeMs > DOUBLE_TAP_MS) && act();
    }

    async #record() {
        if (this.#attempt.takes.length === 0) {
            await countDown(stageNamed(this.#root, 'count'), () => this.#show('count'));
        }
        await this.#startSession();
    }

    /** Once, where a tap and what goes on by itself meet. */
    #startSession = oneAtATime(async () => {
        if (this.#camera.stream?.getTracks().some((track) => track.readyState === 'ended')) {
            await this.#openCamera();
        }
        const { stream } = this.#camera;
        if (!stream?.active || this.#session) {
            return;
        }
        this.#letGo = await holdRecorder(this.#attempt.id);
        if (!this.#letGo) {
            this.#blocked('other-page');
            return;
        }
        navigator.storage?.persist?.();
        this.#attempt = (await this.#store.get(this.#attempt.id)) ?? this.#attempt;
        if (document.hidden) {
            // A call came in meanwhile: it is not recorded. From this stage the camera is opened again once the host is back.
            this.#letGo();
            showReady(this.#root, this.#attempt, this.#wifiOnly);
            return;
        }
        try {
            const stage = stageNamed(this.#root, 'recording');
            this.#session = new RecordingSession(this.#attempt, stream, stage, this.#ports, (why) => {
                this.#afterTake = this.#sessionEnded(why);
            });
        } catch (fault) {
            // Some phones report a codec as supported and then have no encoder for it.
            console.error(fault);
            this.#letGo();
            this.#blocked('cannot-record');
            return;
        }
        this.#show('recording');
    });

    /** @param {import('../recording/recorder.js').EndReason} why */
    async #sessionEnded(why) {
        this.#session = undefined;
        this.#letGo?.();
        await settleLost(this.#ports);
        this.#attempt = (await this.#store.get(this.#attempt.id)) ?? this.#attempt;
        if (why !== 'stopped') {
            /** @type {HTMLDialogElement} */ (find('dialog[data-confirm="end"]')).close();
        }
        if (why === 'phone-full') {
            this.#blocked('phone-full');
        } else if (why === 'interrupted' && !document.hidden) {
            await this.#openCamera();
        }
    }

    /** After a phone call or another app the camera is gone: it is opened again, and one tap continues the recording. */
    async #onVisible() {
        const waiting = ['paused', 'ready', 'checks', 'recording'].includes(this.#root.dataset.now ?? '');
        if (document.hidden || this.#session || !waiting) {
            return;
        }
        await this.#openCamera();
    }

    async #confirmEnd() {
        if (!(await confirmedIn('end'))) {
            return;
        }
        if (!this.#session && !(await isFree(this.#attempt.id))) {
            this.#blocked('other-page');
            return;
        }
        await this.#session?.stop();
        this.#camera.close();
        this.#attempt = (await this.#store.get(this.#attempt.id)) ?? this.#attempt;
        if (this.#attempt.takes.length === 0) {
            await this.#openCamera();
            return;
        }
        this.#panel.listen(this.#attempt);
        await this.#store.update(this.#attempt.id, (attempt) => Object.assign(attempt, { endedAt: new Date().toISOString() }));
        await this.#showPanel();
    }

    async #showPanel() {
        this.#attempt = (await this.#store.get(this.#attempt.id)) ?? this.#attempt;
        this.#show('upload');
        this.#panel.show(this.#attempt);
        this.#ports.uploader.retryNow();
    }

    #gallery() {
        this.#camera.close();
        const again = this.#attempt.takes.length > 0;
        const name = this.#attempt.picked?.name ?? '';
        setText(find('[data-pick]', this.#root), again ? message('pick-again', { name }) : message('pick'));
        this.#show('gallery');
    }

    /** A half-copied video is dropped first: the whole of it is still in the gallery. */
    async #cameraInstead() {
        if (this.#attempt.picked) {
            await this.#startOver();
        }
        await this.#openCamera();
    }

    /** @param {File} file */
    async #pick(file) {
        const stage = stageNamed(this.#root, 'gallery');
        const found = await agreed(file, stage, await this.#ports.network.wifiOnly(), lookingBack(this.#root));
        if (!found) {
            return;
        }
        // With the chunks of a copy that failed before.
        this.#attempt = (await this.#store.get(this.#attempt.id)) ?? this.#attempt;
        if (!(await fits(file, () => this.#store.makeRoom()))) {
            this.#blocked('phone-full');
            return;
        }
        if (!samePick(this.#attempt, file)) {
            await this.#startOver('/gallery');
        }
        const bar = /** @type {HTMLProgressElement} */ (find('progress', stageNamed(this.#root, 'copying')));
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

    /** Replaces an attempt with a half-copied file by a new one. @param {string} [suffix] of the page's address */
    async #startOver(suffix = '') {
        const next = planned(this.#ports.person, this.#attempt.plan, this.#attempt);
        await this.#store.add(next);
        await this.#store.forget(this.#attempt.id);
        this.#attempt = next;
        history.replaceState(null, '', cameraPage(next.id) + suffix);
    }
}
