import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

type Found = { readonly ok: true; readonly value: string } | { readonly ok: false; readonly error: string }

const packages = ['python3-cbor2', 'python3-cryptography', 'python3-zxing-cpp', 'python3-pil']
const candidates = ['/usr/bin/python3', 'python3']

/** A Python with the libraries of Debian that judge our documents. */
export function findPython(): string | undefined {
  return candidates.find(
    (python) =>
      spawnSync(python, ['-c', 'import cbor2, cryptography, zxingcpp, PIL'], { stdio: 'ignore' }).status ===
      0,
  )
}

/** The same; on Debian as root what is missing is installed, else the error says how to get it. */
export function ensurePython(): Found {
  const found = findPython()
  if (found !== undefined) return { ok: true, value: found }
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    process.stdout.write('Installing the Python libraries that judge our documents …\n')
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    const apt = (...args: string[]) =>
      spawnSync('apt-get', args, { env, stdio: ['ignore', 'ignore', 'inherit'] })
    apt('update')
    apt('install', '-y', '--no-install-recommends', ...packages)
    const installed = findPython()
    if (installed !== undefined) return { ok: true, value: installed }
  }
  return {
    ok: false,
    error: `no Python with its libraries here ("sudo apt-get install ${packages.join(' ')}")`,
  }
}
