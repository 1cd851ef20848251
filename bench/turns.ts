/** Milliseconds a call: the median over rounds in which each contender had its turn. */
export type Times = Readonly<Record<string, number>>

/** Measures contenders in turns, so that a neighbour's load falls on all of them; the first rounds warm up. */
export async function inTurns(
  contenders: Readonly<Record<string, () => void | Promise<void>>>,
  { rounds, perRound }: { readonly rounds: number; readonly perRound: number },
): Promise<Times> {
  const seen = new Map<string, number[]>()
  const warmUp = Math.ceil(rounds / 5)
  for (let round = -warmUp; round < rounds; round++) {
    for (const [name, run] of Object.entries(contenders)) {
      const from = performance.now()
      for (let call = 0; call < perRound; call++) await run()
      if (round >= 0) seen.set(name, [...(seen.get(name) ?? []), (performance.now() - from) / perRound])
    }
  }
  return Object.fromEntries([...seen].map(([name, all]) => [name, median(all)]))
}

const median = (all: readonly number[]): number =>
  all.toSorted((a, b) => a - b)[Math.floor(all.length / 2)] ?? 0

/** Prints each as a multiple of the bare limit. */
export function report(times: Times, limit: string, names: readonly string[]): void {
  const bare = times[limit] ?? 0
  console.log(`${limit}: ${bare.toFixed(3)} ms`)
  for (const name of names) {
    const time = times[name] ?? 0
    console.log(`  ${name}: ${time.toFixed(3)} ms, ${(time / bare).toFixed(1)} times that`)
  }
}
