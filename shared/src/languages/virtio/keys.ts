/** The keys of a `virtio` string. Facts: xl_parse.c, libxl_virtio.c and libxl_arm.c of 4.18 to 4.22, xl.cfg(5). */
import type { ParameterSchema } from '../../schema/types.ts';

export const VIRTIO_PARAMETERS: readonly ParameterSchema[] = [
  {
    name: 'type',
    form: 'value',
    since: '4.18',
    mandatory: true,
    summary: 'The kind of device: `virtio,device` and the virtio number in hexadecimal.',
    details:
      'It goes into the device tree. Its comma is the reason why xl takes the next field along for every type that begins ' +
      'with `virtio`, whatever it says, and dies where there is none. On Arm a type that does not begin with ' +
      '`virtio,device` keeps the guest from starting.',
    example: "virtio = [ 'type=virtio,device22,transport=mmio' ]",
    values: [
      { name: 'virtio,device22', summary: 'I2C adapter.' },
      { name: 'virtio,device29', summary: 'GPIO controller.' },
      { name: 'virtio,device1a', summary: 'File system.' },
      { name: 'virtio,device', summary: 'Any other device.' },
    ],
  },
  {
    name: 'transport',
    form: 'value',
    since: '4.18',
    mandatory: true,
    summary: 'How the guest talks to the device. There is one way.',
    details:
      'In any case. xl refuses any other word without a message. Without it the guest is not told of the device.',
    example: "virtio = [ 'type=virtio,device22,transport=mmio' ]",
    values: [
      { name: 'mmio', summary: 'By registers in memory.' },
      { name: 'unknown', summary: 'Not said.', internal: true },
    ],
  },
  {
    name: 'backend',
    form: 'value',
    content: 'domain',
    since: '4.18',
    summary: 'The domain that serves the device, by name or number.',
    details: 'It has to run when the guest starts.',
    defaultValue: 'the host (domain 0)',
    example: "virtio = [ 'backend=devices,type=virtio,device22,transport=mmio' ]",
  },
  {
    name: 'grant_usage',
    form: 'value',
    since: '4.18',
    summary: 'Whether the backend sees only the memory that the guest grants it.',
    details: 'A number: 0 is off, anything else is on; a word is read as 0.',
    defaultValue: '1 where another domain than the host serves it, else 0',
    example: "virtio = [ 'type=virtio,device22,transport=mmio,grant_usage=1' ]",
    values: [
      { name: '1', summary: 'What is granted.' },
      { name: '0', summary: "All of the guest's memory." },
    ],
  },
];
