/** So many are under way at once: enough to be quick, few enough to leave others their turn. */
const AT_A_TIME = 8;

/** Does something for each, a few side by side; answers in their order. The first failure ends it. */
export async function someAtATime<T, R>(all: readonly T[], work: (one: T, index: number) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  const waiting = all.entries();
  const worker = async () => {
    for (const [index, one] of waiting) results[index] = await work(one, index);
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, worker));
  return results;
}
