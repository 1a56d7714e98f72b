import { describe, expect, it } from 'vitest';
import { faultsOf } from '../support.ts';

describe('device_model_args', () => {
  it.each([
    ['-device', []],
    ['virtio, x', []],
    ['-device nvme', ['-device nvme: bad-form startFails']],
  ])('%j: %j', (text, faults) => {
    expect(faultsOf('device_model_args', text)).toEqual(faults);
  });
});
