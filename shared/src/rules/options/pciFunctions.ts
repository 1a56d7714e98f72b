/** All functions of a PCI device in one string. Facts: device_pci_add_stubdom_done of libxl_pci.c. */
import { ALL_FUNCTIONS } from '../../languages/pci/address.ts';
import { PCI } from '../../languages/pci/pci.ts';
import { optionRule } from './optionRule.ts';

const allFunctionsWithoutSlot = optionRule(
  {
    code: 'pci-functions-without-slot',
    severity: 'error',
    options: ['pci'],
    summary: 'All functions of a PCI device, and no slot for them in the guest.',
    details:
      'With `*` as the function, libxl passes on all functions of a device, and wants to know the slot in which the guest ' +
      'sees them. Without one `xl create` fails with "Must specify a v-slot for multi-function devices". Add a slot, or ' +
      'write a string for each function.\n\n```\npci = [ "03:00.*@5" ]\n```',
  },
  function* (_values, { specs }) {
    const device = specs.of(PCI).find(({ spec: { faults, fields } }) => {
      const isRead = faults.every(({ effect }) => effect === 'none' || effect === 'ignored');
      return isRead && fields.vfunc_mask === ALL_FUNCTIONS && (fields.vdevfn ?? 0) >> 3 === 0;
    });
    if (!device) return;
    yield {
      option: 'pci',
      stage: 'devices',
      message: `All functions of a PCI device (${device.spec.text}) need a slot in the guest: xl create fails. Add one, such as @5, or write a string for each function.`,
    };
  },
);

export const pciFunctionRules = [allFunctionsWithoutSlot];
