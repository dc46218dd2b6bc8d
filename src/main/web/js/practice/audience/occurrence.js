/**
 * What a scripted audience says, and what came of it.
 *
 * @typedef {object} Occurrence an event that was shown, and what came of it
 * @property {string} event id in the scenario
 * @property {number} says which of its sentences
 * @property {number} ms when it was shown
 * @property {number} [answeredAfterMs] until an answer began
 * @property {number} [namedAfterMs] until the host greeted the viewer by name
 * @property {boolean} heard whether the phone could detect the host's voice
 * @property {number} reminders how often the viewer repeated it
 *
 * @typedef {'nudge' | 'impatient' | 'content' | 'named' | 'wait' | 'eager' | 'card' | 'pinned' | 'coupon' | 'sold-out' |
 *     'ordered'} Mood
 *
 * @typedef {object} Line what comes onto the screen: the scenario's own words, or a sentence of the viewer's mood
 * @property {number} ms
 * @property {string} [event]
 * @property {string} [who]
 * @property {number} [says] which of the event's sentences
 * @property {Mood} [mood]
 * @property {number} [variant] which of the mood's sentences, modulo their number
 * @property {'waiting' | 'answered' | 'missed'} [state] of the event from now on
 */

export {};
