import { stat } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { mountSmallDisk } from '../../../tests/faults/small-disk.ts';
import { connect } from './connect.ts';
import { holdReserve } from './disk-reserve.ts';
import { inDistrict } from './transaction.ts';

const MB = 1024 * 1024;
const sizeOf = async (folder: string) => (await stat(path.join(folder, 'reserve')).catch(() => undefined))?.size ?? 0;

const disk = await mountSmallDisk('200m');
if (!disk) console.warn('SKIPPED: a full disk needs a small tmpfs, which this user may not mount.');
afterAll(() => disk?.unmount());

describe.skipIf(!disk)('the reserve on the disk', () => {
  if (!disk) return;

  it('is set aside, given up when the disk is full, and set aside again when there is space', async () => {
    await disk.open();
    const changes: string[] = [];
    const reserve = holdReserve(disk.folder, (change) => changes.push(change));
    await expect.poll(() => sizeOf(disk.folder), { timeout: 5000 }).toBe(64 * MB);
    expect(reserve.isFull()).toBe(false);

    disk.fill();
    expect(disk.free()).toBe(0);
    await expect.poll(() => reserve.isFull(), { timeout: 5000 }).toBe(true);
    await expect.poll(() => disk.free(), { timeout: 5000 }).toBeGreaterThanOrEqual(64 * MB);

    await disk.clear();
    await expect.poll(() => reserve.isFull(), { timeout: 5000 }).toBe(false);
    expect(await sizeOf(disk.folder)).toBe(64 * MB);
    expect(changes).toEqual(['disk-full', 'disk-free']);
    await reserve.stop();
  });

  it('takes over the one that the last run left, and stays refused while too little was freed', async () => {
    const reserve = holdReserve(disk.folder);
    await expect.poll(() => disk.free(), { timeout: 5000 }).toBeLessThan(140 * MB);
    disk.fill();
    await expect.poll(() => reserve.isFull(), { timeout: 5000 }).toBe(true);
    // What the reserve itself gave back is not space that was freed.
    await new Promise((resolve) => setTimeout(resolve, 1200));
    expect(reserve.isFull()).toBe(true);
    await reserve.stop();
    await disk.clear();
  });
});

describe('a full disk', () => {
  it('refuses what would be written before it is begun, and reads on', async () => {
    // Nobody answers at this address: what is refused never asks.
    const database = connect('postgres://leye@127.0.0.1:9/leye', { isDiskFull: () => true });
    await expect(inDistrict(database, '110112', async () => 1)).rejects.toMatchObject({ kind: 'unavailable', code: 'disk-full' });
    await expect(inDistrict(database, '110112', async () => 1, 'read')).rejects.toMatchObject({ code: 'ECONNREFUSED' });
    await database.close();
  });
});
