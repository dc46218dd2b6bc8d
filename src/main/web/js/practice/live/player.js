/**
 * Plays a live's HLS: by the browser itself where it can, else by hls.js, which is fetched only then.
 *
 * @typedef {{playingDate: () => Date | undefined, close: () => void}} Player `playingDate` as the playlist dates what is shown
 */

const HLS = 'application/vnd.apple.mpegurl';

/** A playlist without a segment, or none at all, is asked for again. */
const AGAIN_MS = 2_000;

/**
 * @param {HTMLVideoElement} video
 * @param {string} playlist
 * @param {string} library where hls.js is
 * @param {import('../../app/clock.js').Clock} clock
 * @returns {Promise<Player | undefined>} undefined where this browser cannot play it
 */
export async function openPlayer(video, playlist, library, clock) {
    // Chromium says "maybe" since it plays HLS itself; whoever has Media Source gets the player that all of those share.
    if (!('MediaSource' in window) && video.canPlayType(HLS)) {
        return native(video, playlist, clock);
    }
    await import(library);
    const { Hls } = /** @type {any} */ (globalThis);
    return Hls.isSupported() ? byLibrary(Hls, video, playlist, clock) : undefined;
}

/**
 * @param {HTMLVideoElement} video
 * @param {string} playlist
 * @param {import('../../app/clock.js').Clock} clock
 * @returns {Player}
 */
function native(video, playlist, clock) {
    let open = true;
    const begin = () => {
        if (open) {
            video.src = playlist;
        }
    };
    video.addEventListener('error', () => clock.after(AGAIN_MS, begin));
    begin();
    return {
        playingDate: () => {
            const start = /** @type {any} */ (video).getStartDate?.();
            return start && !Number.isNaN(start.getTime()) ? new Date(start.getTime() + video.currentTime * 1000) : undefined;
        },
        close: () => {
            open = false;
            video.removeAttribute('src');
            video.load();
        },
    };
}

/**
 * @param {any} Hls
 * @param {HTMLVideoElement} video
 * @param {string} playlist
 * @param {import('../../app/clock.js').Clock} clock
 * @returns {Player}
 */
function byLibrary(Hls, video, playlist, clock) {
    // Its worker would come from a blob, which the page's policy forbids; fragmented MP4 needs none.
    const hls = new Hls({ enableWorker: false, liveSyncDurationCount: 2, liveMaxLatencyDurationCount: 6, backBufferLength: 30 });
    let open = true;
    hls.on(Hls.Events.ERROR, (/** @type {string} */ _, /** @type {{fatal: boolean, type: string}} */ { fatal, type }) => {
        if (!fatal) {
            return;
        }
        if (type === Hls.ErrorTypes.MEDIA_ERROR) {
            hls.recoverMediaError();
            return;
        }
        clock.after(AGAIN_MS, () => open && hls.loadSource(playlist));
    });
    hls.loadSource(playlist);
    hls.attachMedia(video);
    return {
        playingDate: () => hls.playingDate ?? undefined,
        close: () => {
            open = false;
            hls.destroy();
        },
    };
}
