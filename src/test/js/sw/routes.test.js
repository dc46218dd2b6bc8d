import assert from 'node:assert/strict';
import { test } from 'node:test';
import { routeOf } from '#sw/routes.js';

const SITE = 'https://county.example';
const navigation = { method: 'GET', mode: 'navigate' };
const part = { method: 'GET', mode: 'no-cors' };
const form = { method: 'POST', mode: 'navigate' };

for (const [path, request, route] of [
    ['/', navigation, 'trainee-page'],
    ['/learn', navigation, 'trainee-page'],
    ['/learn/rice/first', navigation, 'trainee-page'],
    ['/learn/rice/first', form, 'lesson-done'],
    ['/learn/rice/first/quiz', form, undefined],
    ['/learn/paths', form, undefined],
    ['/practice/new', navigation, 'trainee-page'],
    ['/practice/new', form, undefined],
    ['/learning', navigation, 'other-page'],
    ['/rules', navigation, 'trainee-page'],
    ['/rules/name-and-address', navigation, 'trainee-page'],
    ['/my-store', navigation, 'trainee-page'],
    ['/my-certificate', navigation, 'trainee-page'],
    ['/learn/paths', navigation, 'trainee-page'],
    ['/practice/019b2f00-0000-7000-8000-000000000001/feedback', navigation, 'trainee-page'],
    ['/my-store/photo', navigation, 'other-page'],
    ['/attend', navigation, 'trainee-page'],
    ['/attend/019b2f00-0000-7000-8000-000000000001/1gz3k2-abcdefghijkl', navigation, 'trainee-page'],
    ['/attendance', navigation, 'other-page'],
    ['/attendance/sessions/019b2f00-0000-7000-8000-000000000001', navigation, 'other-page'],
    ['/attendance/sessions/019b2f00-0000-7000-8000-000000000001/teach', navigation, 'trainee-page'],
    ['/visits', navigation, 'trainee-page'],
    ['/narration/zh', navigation, 'trainee-page'],
    ['/narration/zh/first-sentence', navigation, 'trainee-page'],
    ['/narration/zh/first-sentence/publish', form, undefined],
    ['/narration/sounds/0123456789abcdef.webm', part, 'sound'],
    ['/mentoring', navigation, 'other-page'],
    ['/people', navigation, 'other-page'],
    ['/api/me', navigation, undefined],
    ['/api/me', part, undefined],
    ['/auth/realms/tianbo/account', navigation, undefined],
    ['/media/1', navigation, undefined],
    ['/assets/app-1.js', part, 'asset'],
    ['/films/rice-1.mp4', part, 'film'],
    ['/practice-content/zh-0123456789abcdef.json', part, 'pack'],
    ['/learn/search/zh-0123456789abcdef.json', part, 'pack'],
    ['/learn/search', navigation, 'trainee-page'],
    ['/favicon.svg', part, undefined],
    ['/sign-out', navigation, 'other-page'],
    ['/sign-out', form, 'sign-out'],
    ['/account/sign-out-everywhere', form, 'sign-out'],
    ['/auth/realms/tianbo/protocol/openid-connect/logout?x', navigation, 'sign-out'],
    ['/learn?code=1&state=2', navigation, 'sign-in'],
    ['/learn?code=1', navigation, 'trainee-page'],
]) {
    test(`${/** @type {any} */ (request).method} ${path} as ${/** @type {any} */ (request).mode} is ${route ?? 'left alone'}`, () =>
        assert.equal(routeOf({ .../** @type {any} */ (request), url: SITE + path }, SITE), route));
}

test('another site is left alone', () => assert.equal(routeOf({ ...navigation, url: 'https://other.example/learn' }, SITE), undefined));
