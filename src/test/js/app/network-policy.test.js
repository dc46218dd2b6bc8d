import assert from 'node:assert/strict';
import { test } from 'node:test';
import { NetworkPolicy } from '#js/app/network-policy.js';

/** @param {{online?: boolean, connection?: object, wifiOnly?: boolean}} phone */
function policy({ online = true, connection, wifiOnly }) {
    /** @type {Map<string, unknown>} */
    const settings = new Map(wifiOnly === undefined ? [] : [['wifi-only', wifiOnly]]);
    return new NetworkPolicy({
        isOnline: () => online,
        connection,
        setting: async (key) => settings.get(key),
        putSetting: async (key, value) => settings.set(key, value),
    });
}

for (const [phone, allowed] of [
    [{ online: false }, 'offline'],
    [{ online: false, connection: { type: 'wifi' } }, 'offline'],
    [{}, 'free'],
    [{ wifiOnly: true }, 'wifi-awaited'],
    [{ wifiOnly: false, connection: { saveData: true } }, 'free'],
    [{ connection: { saveData: true } }, 'wifi-awaited'],
    [{ wifiOnly: true, connection: { type: 'cellular' } }, 'wifi-awaited'],
    [{ wifiOnly: true, connection: { type: 'wifi' } }, 'free'],
    [{ wifiOnly: true, connection: { type: 'ethernet' } }, 'free'],
]) {
    test(`${JSON.stringify(phone)} is ${allowed}`, async () =>
        assert.equal(await policy(/** @type {any} */ (phone)).transferAllowed(), allowed));
}

test('a permission for now ends where Wi-Fi only is chosen again', async () => {
    const one = policy({ wifiOnly: true });
    one.allowNow();
    assert.equal(await one.transferAllowed(), 'free');
    await one.setWifiOnly(true);
    assert.equal(await one.transferAllowed(), 'wifi-awaited');
});
