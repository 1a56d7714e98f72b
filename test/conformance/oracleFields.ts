/** The fields of a disk that libxl 4.17 has. */
import type { DiskFields } from '@xlcfg/shared/src/languages/disk/fields.ts';

/** What libxl_device_disk_init and xlu_disk_parse of 4.17 start with. */
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
} as const satisfies Partial<DiskFields>;

/** Fields that came later are as they begin. */
export type OracleFields = Pick<DiskFields, keyof typeof NO_FIELDS>;
