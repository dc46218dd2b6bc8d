import assert from 'node:assert/strict';
import { test } from 'node:test';
import { outbox } from '#js/app/sync.js';
import { startLesson } from '#js/learning/lesson.js';
import { settled } from '#support/fake-clock.js';
import { newPhone } from '#support/memory-indexed-db.js';
import { openPage, submitBy } from '#support/page.js';

const LESSON = `<form method="post" data-lesson="first" data-version="a1" data-prefetch="/learn/rice/first/quiz">
    <button>Done</button></form>`;

test('what this page could not store goes as a form that says whose it is', async (context) => {
    newPhone();
    const page = openPage(context, LESSON);
    context.mock.method(outbox(), 'record', async () => {
        throw new DOMException('', 'QuotaExceededError');
    });
    startLesson();
    submitBy('button');
    await settled();
    assert.deepEqual([page.submitted, page.opened], [[{ action: '?person=chunmei', method: 'post' }], []]);
});

test('what it stored opens the quiz, and no form goes', async (context) => {
    newPhone();
    const page = openPage(context, LESSON);
    context.mock.method(outbox(), 'record', async () => 'id');
    startLesson();
    submitBy('button');
    await settled();
    assert.deepEqual([page.submitted, page.opened], [[], ['/learn/rice/first/quiz']]);
});
