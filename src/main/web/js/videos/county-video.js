/** Plays a copy of the county's video in the place of its poster, and stops it for questions. */

import { dataOf, find, findAll, make, message, setText, startPlaying } from '../app/dom.js';
import { playTime } from '../app/format.js';
import { played, recordWatched } from '../learning/watched.js';
import { createQuestionDialog, questionsOf } from './question-dialog.js';
import { due } from './questions.js';
import { lengthOf, merged } from './watched-ranges.js';

/**
 * @typedef {object} More
 * @property {import('./question-dialog.js').Ports['record']} recordSeconds of what was watched: no kept video is dropped for that
 * @property {import('./memory.js').Memory} memory
 * @property {Pick<import('./kept.js').KeptVideos, 'blob' | 'beside'>} [kept] where this phone can keep videos
 *
 * @typedef {import('./question-dialog.js').Ports & More} Ports
 */

/** @param {HTMLElement} figure @param {Ports} ports */
export function startCountyVideo(figure, ports) {
    const { recordSeconds, memory, kept } = ports;
    const { lesson, version, video = '' } = figure.dataset;
    const seconds = Number(dataOf(figure, 'seconds'));
    const trouble = find('[data-trouble]', figure);
    const questions = questionsOf(figure);
    const dialog = questions.length ? createQuestionDialog(figure, ports) : undefined;
    /** @type {HTMLVideoElement | undefined} */
    let player;
    let asking = false;

    const showWatched = () => {
        const watched = Math.min(seconds, lengthOf(merged(memory.played(), player ? played(player.played) : [])));
        const bar = /** @type {HTMLProgressElement} */ (find('[data-part]', figure));
        bar.hidden = watched === 0;
        bar.value = watched;
        setText(find('[data-watched]', figure), watched ? message('watched', { time: playTime(watched * 1000) }) : '');
    };

    const showAsked = () => {
        if (dialog) {
            const skipped = questions.filter(({ item }) => memory.asked(item) === 'skipped').length;
            const left = find('[data-left]', figure);
            left.hidden = skipped === 0;
            setText(left, skipped ? message('left-questions', { left: skipped }) : '');
            find('[data-my-answers]', figure).hidden = !questions.some(({ item }) => memory.asked(item) === 'answered');
        }
    };

    /** @param {string} item */
    const ask = async (item) => {
        asking = true;
        try {
            await leaveFullScreen(player);
            await dialog?.ask(item);
        } finally {
            asking = false;
        }
        showAsked();
    };

    /** @param {HTMLVideoElement} film */
    const stopForQuestions = (film) => {
        let at = film.currentTime;
        film.addEventListener('seeking', () => (at = film.currentTime));
        const askIfDue = async () => {
            const question = film.paused && !film.ended ? undefined : due(questions, at, film.currentTime, memory.asked);
            at = question?.second ?? film.currentTime;
            if (question) {
                const ended = film.ended;
                film.pause();
                await ask(question.item);
                // Nothing is told of a film that has ended; another question may stand at its very end.
                await (ended ? askIfDue() : startPlaying(film));
            }
        };
        // Until a question is answered, it is the only one.
        film.addEventListener('timeupdate', () => asking || askIfDue());
    };

    /** The address of what is on the phone; without a network there is nothing else. @param {HTMLAnchorElement} link */
    const addressOf = async ({ dataset, href }) => {
        const stored = dataset.copy === 'small' ? await kept?.blob(video) : undefined;
        return stored ? URL.createObjectURL(stored) : href;
    };

    /** Captions as they lie on the phone, where they do. @param {HTMLElement} film */
    const addCaptions = async (film) => {
        const captions = /** @type {HTMLTemplateElement | null} */ (figure.querySelector('template[data-captions]'));
        if (captions) {
            const stored = await kept?.beside(video, 'captions.vtt');
            const track = /** @type {HTMLTrackElement} */ (captions.content.firstElementChild?.cloneNode(true));
            track.src = stored ? URL.createObjectURL(stored) : track.src;
            film.append(track);
        }
    };

    /** @param {HTMLAnchorElement} link */
    const play = async (link) => {
        const address = await addressOf(link);
        const from = player?.currentTime ?? 0;
        player?.pause();
        const next = /** @type {HTMLVideoElement} */ (/** @type {unknown} */ (make(link.dataset.copy === 'sound' ? 'audio' : 'video', {
            controls: true, playsInline: true, src: address,
        })));
        await addCaptions(next);
        next.setAttribute('aria-label', find('p', figure).textContent ?? '');
        (player ?? find('img', figure)).replaceWith(next);
        if (player) {
            memory.watched(played(player.played));
        }
        player = next;
        next.addEventListener('loadedmetadata', () => from && (next.currentTime = from), { once: true });
        next.addEventListener('playing', () => (trouble.hidden = true));
        next.addEventListener('error', () => (trouble.hidden = false));
        next.addEventListener('timeupdate', showWatched);
        if (dialog) {
            stopForQuestions(next);
        }
        recordWatched(next, (type, data) => {
            memory.watched(data.played);
            return recordSeconds(type, data);
        }, { lesson, version, video });
        startPlaying(next);
    };

    for (const link of findAll('a[data-copy]', figure)) {
        link.addEventListener('click', (event) => {
            event.preventDefault();
            play(/** @type {HTMLAnchorElement} */ (link)).catch((fault) => console.error(fault));
        });
    }
    figure.querySelector('[data-left]')?.addEventListener('click', () => {
        const skipped = questions.find(({ item }) => memory.asked(item) === 'skipped');
        if (skipped && !asking) {
            player?.pause();
            ask(skipped.item);
        }
    });
    const show = () => {
        showWatched();
        showAsked();
    };
    show();
    kept?.beside(video, 'poster.jpg').then((poster) => {
        const picture = /** @type {HTMLImageElement | null} */ (figure.querySelector('img'));
        if (poster && picture) {
            picture.src = URL.createObjectURL(poster);
        }
    });
    return memory.learn().then(show);
}

/** A dialog of the page cannot be seen while the player fills the screen. @param {HTMLVideoElement | undefined} player */
async function leaveFullScreen(player) {
    if (document.fullscreenElement) {
        await document.exitFullscreen();
    }
    /** @type {{webkitExitFullscreen?: () => void} | undefined} */ (/** @type {unknown} */ (player))?.webkitExitFullscreen?.();
}
