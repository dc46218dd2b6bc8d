/** The open camera behind the stages of its page, and which of two it is. */

import { find, findAll, message } from '../../app/dom.js';
import { toast } from '../../app/toast.js';
import { closeCamera, hasTwoCameras, openCamera } from '../recording/camera.js';

export class CameraPreview {
    /** Undefined where it did not open. @type {MediaStream | undefined} */
    stream;
    #root;
    /** @type {'user' | 'environment'} */
    #facing = 'user';
    /** To a camera that has not been opened yet. */
    #turned = false;

    /** @param {HTMLElement} root */
    constructor(root) {
        this.#root = root;
    }

    /** The next time the other one is opened. */
    turn() {
        this.#facing = this.#facing === 'user' ? 'environment' : 'user';
        this.#turned = !this.#turned;
    }

    /**
     * Opens it anew. Where the other one does not open, the one before it goes on.
     *
     * @param {boolean} [soundOnly]
     * @throws {import('../recording/camera.js').CameraFault}
     */
    async open(soundOnly) {
        this.close();
        this.stream = undefined;
        try {
            this.stream = await openCamera(this.#facing, soundOnly);
        } catch (fault) {
            if (!this.#turned) {
                throw fault;
            }
            this.turn();
            this.stream = await openCamera(this.#facing, soundOnly);
            toast(message('other-camera-shut'));
        }
        this.#turned = false;
        const video = /** @type {HTMLVideoElement} */ (find('[data-preview]', this.#root));
        video.srcObject = this.stream;
        video.toggleAttribute('data-mirror', this.#facing === 'user');
        this.#root.toggleAttribute('data-sound-only', soundOnly === true);
        const two = !soundOnly && (await hasTwoCameras());
        findAll('[data-do="turn"]', this.#root).forEach((button) => (button.hidden = !two));
    }

    close() {
        closeCamera(this.stream);
    }
}
