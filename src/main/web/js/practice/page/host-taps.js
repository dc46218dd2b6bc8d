/**
 * What the host taps while recording, besides the buttons of the page itself: the acts, and the picture to go on.
 *
 * @param {HTMLElement} stage
 * @param {() => import('../recording/recording-session.js').RecordingSession | undefined} session that runs
 * @param {number} doubleTapMs a double tap on the button that began the take is no tap on the picture
 */
export function followTaps(stage, session, doubleTapMs) {
    stage.addEventListener('click', ({ target }) => {
        const running = session();
        if (!running) {
            return;
        }
        const touched = /** @type {Element} */ (target);
        const act = /** @type {HTMLElement | null} */ (touched.closest('[data-act]'))?.dataset.act;
        if (act) {
            running.act(/** @type {import('../recording/host-acts.js').Act} */ (act));
        } else if (!touched.closest('button, a, summary, .glass, [data-comments]') && running.goesOnByTap && running.takeMs > doubleTapMs) {
            running.nextStep();
        }
    });
}
