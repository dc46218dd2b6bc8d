import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cueTime, lastEnd, textOf, withLine } from '#js/videos/typed-captions.js';

test('a line goes from the end of the one before to where the video stands', () => {
    const first = withLine('', '大家好', 3.2);
    assert.equal(first, 'WEBVTT\n\n00:00.000 --> 00:03.200\n大家好\n');
    assert.equal(withLine(first, '今天说米', 5), `${first.trim()}\n\n00:03.200 --> 00:05.000\n今天说米\n`);
});

test('after a silence it begins shortly before it was finished', () => {
    assert.match(withLine('', '好', 65.5), /\n00:58\.500 --> 01:05\.500\n好\n$/);
});

test('typed twice at one moment, the second line still has its time', () => {
    const first = withLine('', '一', 4);
    assert.match(withLine(first, '二', 4), /00:04\.000 --> 00:05\.000\n二\n$/);
});

test('nothing typed changes nothing', () => {
    assert.equal(withLine('WEBVTT\n', '  ', 9), 'WEBVTT\n');
});

test('times are read and written', () => {
    assert.equal(cueTime(754.25), '12:34.250');
    assert.equal(lastEnd('WEBVTT\n\n00:01.000 --> 01:00:02.500\nx'), 3602.5);
    assert.equal(lastEnd(''), 0);
});

test('a file of captions is read in UTF-8, and as older programs save it', () => {
    assert.equal(textOf(new TextEncoder().encode('\uFEFFWEBVTT 大家好')), 'WEBVTT 大家好');
    assert.equal(textOf(new Uint8Array([0xb4, 0xf3, 0xbc, 0xd2, 0xba, 0xc3])), '大家好');
});
