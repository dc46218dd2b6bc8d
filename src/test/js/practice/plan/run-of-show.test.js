import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { RunOfShow } from '#js/practice/plan/run-of-show.js';

const PUBLISHED = [
    { id: 'hook', title: '第一句话', say: '我是{host}。', tip: '看镜头。', seconds: 20 },
    { id: 'price', title: '价钱', say: '[{price}。]看牌子。', tip: '', seconds: 60 },
    { id: 'close', title: '收尾', say: '谢谢。', tip: '', seconds: 40 },
];

/** @type {RunOfShow} */
let show;
beforeEach(() => {
    show = new RunOfShow(PUBLISHED);
});
const refs = () => show.steps.map(({ ref }) => ref);

test('untouched, it is followed as published and the server is told nothing of it', () => {
    assert.equal(show.planned, undefined);
    assert.equal(show.seconds, 120);
    assert.equal(show.canUndo, false);
});

for (const [name, change, expected, seconds] of /** @type {[string, (one: RunOfShow) => void, string[], number][]} */ ([
    ['a step is moved down', (one) => one.move('hook', 1), ['price', 'hook', 'close'], 120],
    ['the first step is not moved up', (one) => one.move('hook', -1), ['hook', 'price', 'close'], 120],
    ['a step is left out', (one) => one.remove('price'), ['hook', 'close'], 60],
    ['a step is added', (one) => one.add('  唱一句  '), ['hook', 'price', 'close', 'own-1'], 180],
    ['a step without a name is not added', (one) => one.add('   '), ['hook', 'price', 'close'], 120],
    ['a short step gets a little longer', (one) => one.stretch('hook', 1), ['hook', 'price', 'close'], 125],
    ['a long step gets longer by half a minute', (one) => one.stretch('price', 1), ['hook', 'price', 'close'], 150],
    ['a step of a minute gets a little shorter', (one) => one.stretch('price', -1), ['hook', 'price', 'close'], 115],
])) {
    test(name, () => {
        change(show);
        assert.deepEqual(refs(), expected);
        assert.equal(show.seconds, seconds);
    });
}

test('every change is undone, the last first', () => {
    show.move('hook', 1);
    show.remove('close');
    show.say('price', '十块');
    show.undo();
    assert.equal(show.steps[0].words, '');
    show.undo();
    assert.deepEqual(refs(), ['price', 'hook', 'close']);
    show.undo();
    assert.equal(show.isChanged, false);
    show.undo();
    assert.deepEqual(refs(), ['hook', 'price', 'close']);
});

test('one step stays, five seconds stay, and an hour is the most', () => {
    show.remove('hook');
    show.remove('price');
    show.remove('close');
    assert.deepEqual(refs(), ['close']);
    Array.from({ length: 300 }, () => show.stretch('close', -1));
    assert.equal(show.seconds, 5);
    Array.from({ length: 300 }, () => show.stretch('close', 1));
    assert.equal(show.seconds, 3600);
});

test('nothing the server would refuse can be planned: forty steps, three hours, 300 letters, each step once', () => {
    Array.from({ length: 50 }, (_, i) => show.add(`第 ${i} 步 ${'长'.repeat(80)}`));
    show.say('hook', '话'.repeat(400));
    refs().forEach((ref) => Array.from({ length: 200 }, () => show.stretch(ref, 1)));
    const planned = /** @type {any[]} */ (show.planned);
    assert.equal(planned.length, 40);
    assert.equal(new Set(refs()).size, 40);
    assert.ok(show.seconds <= 3 * 3600 && show.seconds > 10_000);
    assert.equal(planned[0].words.length, 300);
    assert.ok(planned.every(({ title = '' }) => title.length <= 60));
});

test('what was planned is read again; a step that is published no longer is left out', () => {
    show.add('唱一句');
    show.say('own-1', '喂——');
    show.move('close', -1);
    const again = new RunOfShow(PUBLISHED, [...(show.planned ?? []), { ref: 'of-long-ago', seconds: 5 }]);
    assert.deepEqual(again.planned, [
        { ref: 'hook', seconds: 20 },
        { ref: 'close', seconds: 40 },
        { ref: 'price', seconds: 60 },
        { ref: 'own-1', seconds: 60, title: '唱一句', words: '喂——' },
    ]);
});

test('the teleprompter shows the trainee’s own words, else the published ones filled in', () => {
    show.say('close', '再会');
    assert.deepEqual(show.lines({ host: '桂花', price: '十块' }).map(({ say }) => say), ['我是桂花。', '十块。看牌子。', '再会']);
});

test('back to what was published, which can be undone too', () => {
    show.remove('hook');
    show.reset();
    assert.equal(show.isChanged, false);
    show.undo();
    assert.deepEqual(refs(), ['price', 'close']);
});
