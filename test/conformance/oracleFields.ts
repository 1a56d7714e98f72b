/** The fields of a disk that libxl has in any of the releases. */
import type { DiskFields } from '@xlcfg/shared/src/languages/disk/fields.ts';

/** What libxl_device_disk_init and xlu_disk_parse start with. Fields that a release does not have stay so. */
export const NO_FIELDS = {
  pdev_path: null,
  vdev: null,
  backend: 'unknown',
  format: 'unknown',
  script: null,
  backend_domname: null,
  removable: false,
  readwrite: true,
  is_cdrom: false,
  direct_io_safe: false,
  discard_enable: null,
  specification: 'unknown',
  colo_enable: null,
  colo_host: null,
  colo_port: 0,
  colo_export: null,
  active_disk: null,
  hidden_disk: null,
  trusted: null,
  grant_usage: null,
} as const satisfies Partial<DiskFields>;

export type OracleFields = Pick<DiskFields, keyof typeof NO_FIELDS>;
