/** Errors of system calls, as Node throws them. */
import { strerror } from 'qjs:std';
import { errorName } from 'xlcfg:native';

/** @param errno positive or negative */
export const systemError = (errno: number, call: string, file?: string): Error => {
  const code = errorName(Math.abs(errno));
  const about = file === undefined ? '' : ` '${file}'`;
  const reason = strerror(Math.abs(errno)).toLowerCase();
  return Object.assign(new Error(`${code}: ${reason}, ${call}${about}`), { code, errno, syscall: call });
};

/** @throws where the result of a call is an error */
export const check = (result: number, call: string, file?: string): number => {
  if (result < 0) throw systemError(result, call, file);
  return result;
};

/** The value of a call that returns it with an error number. */
export const unwrap = <Value>([value, errno]: [Value, number], call: string, file: string): Value => {
  if (errno !== 0) throw systemError(errno, call, file);
  return value;
};
