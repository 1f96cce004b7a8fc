/** Milliseconds on the machine's monotonic clock, which all its processes share. */
export function sharedNowMs(): number {
  return Number(process.hrtime.bigint()) / 1e6;
}
