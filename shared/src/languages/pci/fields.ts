/** One entry of `pcidevs`; as there, numbers that are 0 and switches that are off are left out. */
export interface PciFields {
  readonly domain?: number;
  readonly bus?: number;
  readonly dev?: number;
  readonly func?: number;
  readonly vdevfn?: number;
  readonly vfunc_mask?: number;
  readonly msitranslate?: true;
  readonly power_mgmt?: true;
  readonly permissive?: true;
  readonly seize?: true;
  readonly rdm_policy?: string;
  readonly name?: string;
}
