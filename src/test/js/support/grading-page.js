import { DraftModel } from '#js/mentoring/draft.js';
import { openPage } from '#support/page.js';
import { draftOf, reviewOf } from '#support/reviews.js';

const levels = (/** @type {string} */ id) => [0, 1, 2, 3, 4, 5]
    .map((level) => `<input type="radio" name="mark-${id}" value="${level}" data-sentence="${id} ${level}">`)
    .join('');

/** @param {string} id @param {number} weight */
const criterion = (id, weight) => `<fieldset class="score" data-criterion="${id}" data-weight="${weight}">
    <legend>${id} title <span>weight</span></legend>${levels(id)}<p data-sentence="${id} asks">${id} asks</p></fieldset>`;

/** The grading page's own markup, without what only a picture shows. */
const GRADING = `
<form data-editor>
  <h2 data-editor-title data-new="new moment" data-edit="edit moment">new moment</h2>
  <button type="button" data-from><b></b></button><button type="button" data-to><b></b></button>
  <button type="button" data-no-to hidden></button>
  <input type="radio" name="kind" value="well-done"><input type="radio" name="kind" value="change" checked>
  <input type="radio" name="kind" value="rule-broken">
  <select name="criterion"><option value="opening">Opening</option><option value="product">Product</option>
    <option value="compliance">Compliance</option></select>
  <textarea name="words"></textarea>
  <button type="button" data-phrase="Slower.">slower</button>
  <button type="submit" data-keep>keep</button><button type="button" data-drop hidden>drop</button>
</form>
<input type="checkbox" data-hold checked>
<section data-moments></section>
<form data-scores>
  <b data-score>–</b><span data-left="# left" hidden></span>
  ${criterion('opening', 60)}${criterion('product', 40)}
    <fieldset data-compliance><legend>rules</legend>
    <input type="radio" name="broken" value="no"><input type="radio" name="broken" value="yes">
    <div data-where hidden><b data-broken-at></b><button type="button" data-broken-here>here</button>
    <select name="rule"><option value="">none</option><option value="price">price</option></select></div></fieldset>
</form>
<p data-shown-change data-none="nothing chosen"></p><ul data-shown-keep data-none="nothing chosen"></ul>
<label data-reason-field><textarea></textarea></label>
<button type="button" data-publish>publish</button>
<form method="post" action="/mentoring/review-1/give-back" data-give-back><button type="submit" data-give>give back</button></form>
<dialog id="missing"><ul data-missing></ul></dialog>
  <dialog id="preview"><b data-preview-score></b><p data-preview-broken hidden></p><p data-preview-change></p>
    <div data-preview-kept><ul data-preview-keep></ul></div><p data-preview-count data-words="# moments"></p></dialog>
<dialog id="keys"></dialog>
<button data-other>other</button>`;

/** The recording, of which a test moves the hands. */
export class FakePlayer extends EventTarget {
    ms = 0;
    playing = false;
    /** @type {(string | number)[]} */
    calls = [];

    play() {
        this.playing = true;
    }

    pause() {
        this.playing = false;
    }

    toggle() {
        this.calls.push('toggle');
    }

    /** @param {number} ms */
    by(ms) {
        this.calls.push(ms);
    }
}

/**
 * @param {import('node:test').TestContext} context
 * @param {Partial<import('#js/mentoring/draft.js').Review>} [review]
 */
export function gradingPage(context, review = {}) {
    const page = openPage(context, GRADING, { path: '/mentoring/review-1' });
    const draft = new DraftModel(reviewOf({ draft: draftOf(), ...review }));
    return { ...page, draft, player: new FakePlayer(), root: document.body };
}
