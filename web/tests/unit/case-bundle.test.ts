import { expect, it } from 'vitest';
import { nothingTold } from '../../src/app/first-contact.ts';
import { pack, unpack, type CaseBundle } from '../../src/store/case-bundle.ts';

const bundle: CaseBundle = {
  door: 'ex',
  age: '14_17',
  custodian: 'guardian',
  owner: 'Anna È.',
  progress: { marks: { 'it.step.stop_all': { state: 'done', time: '2026-11-22T02:00:00Z' } }, said: ['paid'], dates: {}, self_harm: null },
  said: { paid: ['yes'], where: ['telegram', 'email'] },
  typed: [{ picture: 'a.png', own: false, sender: 'Lea', day: '2026-11-20', time: '', text: 'ciao' }],
  contact: { ...nothingTold(), approach: 'stranger', messages: 'ciao' },
  files: [
    { name: 'chat con Ö.txt', bytes: new TextEncoder().encode('ciao'), modified: 5 },
    { name: 'vuoto.txt', bytes: new Uint8Array() },
    { name: 'tutti.bin', bytes: Uint8Array.from({ length: 256 }, (_, byte) => byte) },
  ],
};

it('comes back as it was', () => {
  expect(unpack(pack(bundle))).toEqual(bundle);
});

it('comes back from the middle of a larger buffer', () => {
  const block = pack(bundle);
  const larger = new Uint8Array(block.length + 10);
  larger.set(block, 7);
  expect(unpack(larger.subarray(7, 7 + block.length))).toEqual(bundle);
});

it('refuses a block that was cut', () => {
  const block = pack(bundle);
  expect(() => unpack(block.subarray(0, block.length - 1))).toThrow('tutti.bin');
});
